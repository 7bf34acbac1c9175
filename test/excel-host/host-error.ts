// What Excel refuses, as the codes that its answers carry.

/** Excel's own answer to a request; anything else that is thrown is a bug of the emulator. */
export class HostError extends Error {
  constructor(readonly code: string, message: string, readonly status: number) {
    super(message);
    this.name = 'HostError';
  }
}

export function itemNotFound(): HostError {
  return new HostError('ItemNotFound', "The requested resource doesn't exist.", 404);
}

export function invalidArgument(message = 'The argument is invalid or missing or has an incorrect format.'): HostError {
  return new HostError('InvalidArgument', message, 400);
}

export function accessDenied(): HostError {
  return new HostError('AccessDenied', 'You cannot perform the requested operation.', 403);
}

export function alreadyExists(): HostError {
  return new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', 409);
}

export function notEmulated(what: string): HostError {
  return new HostError('NotImplemented', `The emulator does not know ${what}.`, 501);
}
