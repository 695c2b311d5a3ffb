/**
 * Why a run is stopped that is begun anew without anybody asking, because whoever carried it out ends and the work stays in a queue. What its `stop` is aborted with; then
 * its answer stays open and it has no receipt: the run that goes on gives both.
 */
export class HandedOn extends Error {
  constructor() {
    super("whoever carries it out ends; it is begun anew, and goes on from there");
    this.name = "HandedOn";
  }
}

/** Ends what was cut short for somebody else to go on with; what is over is told as ever. @throws HandedOn */
export function unlessHandedOn(stop: AbortSignal, { isOver }: { readonly isOver: boolean }): void {
  if (!isOver && stop.aborted && stop.reason instanceof HandedOn) throw stop.reason;
}
