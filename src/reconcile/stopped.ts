/** The run was stopped by whoever started it. Caught where the outcome of a step is told; never leaves `reconcile`. */
export class StoppedError extends Error {}
