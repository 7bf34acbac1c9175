// What tells that a worker is gone from a call that failed.

/** A worker is gone with all that it kept; any other failure is of one call only. */
export class WorkerDied extends Error {}
