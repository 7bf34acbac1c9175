// What tells that a worker is gone, or never came, from a call that failed.

/** A worker is gone with all that it kept; any other failure is of one call only. */
export class WorkerDied extends Error {}

/** A worker's script did not come with the page: there is nothing wrong with the program. */
export class WorkerMissing extends Error {}
