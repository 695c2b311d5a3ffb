import { readdirSync, readFileSync } from "node:fs";

/** Bytes that the processes in these groups hold, shared pages divided among who shares them (Pss). */
export function residentMemory(groups: readonly number[]): number {
  const wanted = new Set(groups);
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && wanted.has(groupOf(name)))
    .reduce((sum, name) => sum + held(name), 0);
}

/** Field 5 of /proc/PID/stat, counted from the end of the name in field 2. */
function groupOf(pid: string): number {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2]);
}

function held(pid: string): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
