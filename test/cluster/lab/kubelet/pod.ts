import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { V1ConfigMap, V1Container, V1Pod, V1Secret, V1Volume } from "@kubernetes/client-node";
import type { Client } from "../client.ts";
import type { ControlPlane, Programs } from "../control-plane.ts";
import type { Followed } from "../follow.ts";
import { unwirePod, wirePod } from "../network.ts";
import type { Place } from "../places.ts";
import { namespaceFile, podFolder } from "../pod-place.ts";
import type { Processes, Running } from "../processes.ts";
import { settled } from "../settled.ts";
import { bendMesh, withMeshFile } from "./bends.ts";
import { logOf, startContainer, volumeFolder } from "./container.ts";
import { Absent, type Played, type Sources } from "./environment.ts";
import { type Image, imageOf, isForLab, isSidecar } from "./images.ts";
import { isReady } from "./probe.ts";
import type { Services } from "./services.ts";
import { type ContainerState, statusOf } from "./status.ts";
import { mentions, writeVolume } from "./volumes.ts";

/** What every pod of a node shares. */
export interface Kubelet {
  readonly plane: ControlPlane;
  readonly places: readonly Place[];
  readonly programs: Programs;
  readonly processes: Processes;
  readonly client: Client;
  readonly configMaps: Followed<V1ConfigMap>;
  readonly secrets: Followed<V1Secret>;
  /** Absent: nothing can be played here. */
  readonly services: Services | undefined;
  readonly addresses: { readonly played: Addresses; readonly pretended: Addresses };
}

export interface Addresses {
  take(): string;
  give(address: string): void;
}

let counter = 0;

/** Of this lab alone: a namespace of the lab before may live for a while after its processes, and its devices with it. */
const lab = Math.random().toString(36).slice(2, 6);

/**
 * One pod of the lab's node from its binding to its end: a network namespace with an address, volumes as the API server's objects say, a process
 * per container whose image the lab knows, probes, status. Containers of other images are said to run, and nothing runs for them.
 */
export class PlayedPod {
  readonly folder: string;
  readonly network: string;
  readonly #kubelet: Kubelet;
  readonly #played: Played;
  readonly #states = new Map<string, ContainerState>();
  readonly #running = new Map<string, Running>();
  readonly #started = new Date().toISOString();
  #told = "";
  #ending: Promise<void> | undefined;
  #complained = "";
  #writing: Promise<void> = Promise.resolve();
  #telling: Promise<void> = Promise.resolve();
  readonly #plays: boolean;
  readonly #addresses: Addresses;
  #wired = false;

  constructor(pod: V1Pod, kubelet: Kubelet) {
    const { namespace = "", name = "" } = pod.metadata ?? {};
    const { index, host } = kubelet.plane.place;
    this.#kubelet = kubelet;
    this.#plays = kubelet.services !== undefined && isForLab(pod);
    this.#addresses = this.#plays ? kubelet.addresses.played : kubelet.addresses.pretended;
    this.folder = podFolder(kubelet.plane.folder, { namespace, name });
    this.network = `c${index}p${counter++}x${lab}`;
    this.#played = { pod: withMeshFile(pod), address: this.#addresses.take(), hostAddress: host };
    for (const { name: container } of this.#containers)
      this.#states.set(container, { running: false, ready: false, restarts: 0, waiting: "ContainerCreating" });
  }

  is(namespace: string, name: string): boolean {
    const { metadata } = this.#played.pod;
    return metadata?.namespace === namespace && metadata.name === name && this.#ending === undefined;
  }

  logFile = (container: string) => logOf(this.folder, container);

  begin(): this {
    void this.#begin().catch((error: unknown) => this.#complain(error));
    return this;
  }

  async #begin(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
    if (this.#plays) {
      const { plane, places } = this.#kubelet;
      this.#wired = true;
      await this.#untilThere(() => wirePod(this.network, this.#played.address, plane.place, places));
      writeFileSync(join(this.folder, namespaceFile), this.network);
      await this.#untilThere(() => this.#writeVolumes(() => true));
    }
    for (const container of this.#containers) await this.#untilThere(() => this.#start(container));
    void this.#keepLooking();
  }

  /** Sidecars first. Other init containers set up iptables, which the lab does without. */
  get #containers(): readonly V1Container[] {
    const { initContainers = [], containers = [] } = this.#played.pod.spec ?? {};
    return [...initContainers.filter(isSidecar), ...containers];
  }

  /** Tries until everything the pod refers to exists and the API server answers, as a kubelet does. */
  async #untilThere(action: () => void | Promise<void>): Promise<void> {
    while (this.#ending === undefined) {
      try {
        await action();
        return;
      } catch (error) {
        if (!(error instanceof Absent)) this.#complain(error);
        const what = error instanceof Error ? error.message : String(error);
        for (const state of this.#states.values()) if (!state.running) state.message = `waits for ${what}`;
        await this.#tell();
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
  }

  /** One after the other: what was asked for later is what stays. */
  #writeVolumes(wanted: (volume: V1Volume) => boolean): Promise<void> {
    const mine = this.#writing.then(() => this.#writeThem(wanted));
    this.#writing = mine.catch(() => undefined);
    return mine;
  }

  async #writeThem(wanted: (volume: V1Volume) => boolean): Promise<void> {
    for (const volume of (this.#played.pod.spec?.volumes ?? []).filter(wanted)) {
      await writeVolume(volume, volumeFolder(this.folder, volume.name), this.#played, this.#sources, bendMesh);
    }
  }

  /** A ConfigMap or Secret changed: volumes that show it are written anew, at once where a kubelet takes up to a minute. */
  refresh(kind: "configMap" | "secret", namespace: string, name: string): void {
    const { pod } = this.#played;
    const isShown = (pod.spec?.volumes ?? []).some((volume) => mentions(volume, kind, name));
    if (namespace !== pod.metadata?.namespace || !this.#plays || !isShown || this.#ending !== undefined) return;
    // Also while the volumes are written for the first time: what was read for them may be old by now.
    void this.#untilThere(() => this.#writeVolumes((volume) => mentions(volume, kind, name)));
  }

  get #sources(): Sources {
    const { client, configMaps, secrets } = this.#kubelet;
    const { metadata, spec } = this.#played.pod;
    const { namespace = "", name, uid } = metadata ?? {};
    return {
      configMap: (wanted) => configMaps.get(namespace, wanted),
      secret: (wanted) => secrets.get(namespace, wanted),
      async token(audience, seconds = 3600) {
        const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${spec?.serviceAccountName ?? "default"}/token`;
        const boundObjectRef = { apiVersion: "v1", kind: "Pod", name, uid };
        const audiences = audience === undefined ? [] : [audience];
        const { status, body } = await client.request("POST", path, { spec: { audiences, expirationSeconds: seconds, boundObjectRef } });
        const token = (body["status"] as { readonly token?: string } | undefined)?.token;
        if (status !== 201 || token === undefined) throw new Absent(`a token of ${spec?.serviceAccountName}: ${status}`);
        return token;
      },
    };
  }

  #start(container: V1Container): void {
    const state = this.#state(container);
    const image = this.#imageOf(container);
    if (image === undefined) {
      if (container.image === "auto") Object.assign(state, { waiting: "ErrImagePull", message: "no injection has replaced image auto" });
      else Object.assign(state, { running: true, ready: true });
      return;
    }
    const place = { folder: this.folder, network: this.network };
    const running = startContainer(container, image, this.#played, this.#sources, place, this.#kubelet);
    this.#running.set(container.name, running);
    Object.assign(state, { running: true, ready: false, since: new Date().toISOString() });
    void running.ended.then(({ code, signal }) => this.#again(container, `ended with ${code ?? signal}`));
  }

  #again(container: V1Container, message: string): void {
    if (this.#ending !== undefined) return;
    const state = this.#state(container);
    Object.assign(state, { running: false, ready: false, waiting: "CrashLoopBackOff", message, restarts: state.restarts + 1 });
    setTimeout(() => void this.#untilThere(() => this.#start(container)), Math.min(10_000, 500 * 2 ** state.restarts));
  }

  #imageOf(container: V1Container): Image | undefined {
    return this.#plays ? imageOf(container) : undefined;
  }

  #state({ name }: V1Container): ContainerState {
    const state = this.#states.get(name);
    if (state === undefined) throw new Error(`no container ${name}`);
    return state;
  }

  /** Twice a second, and never twice at once: of two answers the older one must not be told last. */
  async #keepLooking(): Promise<void> {
    while (this.#ending === undefined) {
      await this.#look().catch((error: unknown) => this.#complain(error));
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async #look(): Promise<void> {
    for (const container of this.#containers) {
      const state = this.#state(container);
      if (!state.running || this.#imageOf(container) === undefined) continue;
      state.misses = (await isReady(container, this.#played.address)) ? 0 : (state.misses ?? 0) + 1;
      // What was ready stays so until its probe failed as often in a row as it may: on a busy machine one answer is soon late.
      const most = container.readinessProbe?.failureThreshold ?? 3;
      state.ready = state.misses === 0 || (state.ready && state.misses < most);
    }
    await this.#tell();
  }

  /** One after the other, for the last one stays. */
  #tell(): Promise<void> {
    this.#telling = this.#telling.then(() => this.#tellNow());
    return this.#telling;
  }

  async #tellNow(): Promise<void> {
    const { pod, address, hostAddress } = this.#played;
    const status = statusOf({ pod, address, hostAddress, started: this.#started, states: this.#states });
    const text = JSON.stringify(status.told);
    if (text === this.#told || this.#ending !== undefined) return;
    const { namespace, name, uid } = pod.metadata ?? {};
    const path = `/api/v1/namespaces/${namespace}/pods/${name}/status`;
    const answer = await this.#kubelet.client
      .request("PATCH", path, { metadata: { uid }, status: status.whole }, "application/merge-patch+json")
      .catch(() => undefined);
    if (answer?.status === 200) this.#told = text;
  }

  /** Ends the processes (SIGTERM, after five seconds or the pod's grace SIGKILL) and then takes the object away. */
  end(): Promise<void> {
    this.#ending ??= this.#end();
    return this.#ending;
  }

  async #end(): Promise<void> {
    const { pod, address } = this.#played;
    const grace = Math.min(5, pod.metadata?.deletionGracePeriodSeconds ?? 0) * 1000;
    for (const running of this.#running.values()) running.signal(grace === 0 ? "SIGKILL" : "SIGTERM");
    const kill = setTimeout(() => [...this.#running.values()].forEach((running) => running.signal("SIGKILL")), grace);
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
    clearTimeout(kill);
    if (this.#wired) unwirePod(this.network);
    this.#addresses.give(address);
    const { namespace, name, uid } = pod.metadata ?? {};
    const body = { gracePeriodSeconds: 0, preconditions: { uid } };
    await settled(() => this.#kubelet.client.request("DELETE", `/api/v1/namespaces/${namespace}/pods/${name}`, body));
  }

  #complain(error: unknown): void {
    const { namespace, name } = this.#played.pod.metadata ?? {};
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    // What fails is tried again three times a second.
    if (words === this.#complained) return;
    this.#complained = words;
    process.stderr.write(`lab: pod ${namespace}/${name}: ${words}\n`);
  }
}
