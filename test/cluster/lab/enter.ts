import { spawnSync } from "node:child_process";
import { join } from "node:path";

const script = join(import.meta.dirname, "inside.sh");

/**
 * Namespaces for network, processes and mounts. The kernel ends every process in them when the first one ends, and the first one when this
 * command ends: nothing of a lab outlives it. A user who is not root becomes one in a namespace of users, where that is allowed.
 */
function unshare(): readonly string[] {
  const asRoot = process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"];
  return ["unshare", ...asRoot, "--net", "--pid", "--mount", "--fork", "--mount-proc", "--kill-child"];
}

/** Tries all that the lab will do, and says what the machine said when it refused. */
export function whyNoNamespaces(): string | undefined {
  if (process.env.ISTHMUS_LAB_NETWORK === "host") return "ISTHMUS_LAB_NETWORK=host";
  const trial =
    "ip netns add trial && ip link add name b0 type bridge && ip link add v0 type veth peer name v1 && nsenter --net=/run/netns/trial true";
  const [program = "", ...args] = enterCommand(["sh", "-c", trial], undefined);
  const ran = spawnSync(program, args, { encoding: "utf8" });
  if (ran.status === 0) return undefined;
  return `no network namespaces: ${(ran.error?.message ?? ran.stderr).trim().split("\n")[0]}`;
}

/**
 * The command that runs `command` inside, or `command` itself where there are no namespaces. It dies with whoever started it: a runner that CI kills
 * must not leave its tests behind.
 */
export function enterCommand(command: readonly string[], why: string | undefined): readonly string[] {
  return why === undefined ? [...dyingWithParent, ...unshare(), script, ...command] : command;
}

const dyingWithParent = ["setpriv", "--pdeathsig", "KILL"];
