import type { BallastClient } from '#shared/contract/client.ts';
import type { Failure, Result } from '#shared/domain/result.ts';

declare global {
  interface Window {
    /** Put there by the preload; named in this file only. */
    readonly ballast: BallastClient;
  }
}

/** A call that failed: the failure says in one sentence what happened. */
export class BridgeError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'BridgeError';
    this.failure = failure;
  }
}

const UNREACHABLE: Failure = {
  code: 'unexpected',
  message:
    'The application did not answer. Your work is still in this window; try again, or restart Ballast.',
};

/** Makes one call of the contract and gives its value; every failure becomes a `BridgeError`. */
export async function ask<T>(call: (client: BallastClient) => Promise<Result<T>>): Promise<T> {
  let result: Result<T>;
  try {
    result = await call(window.ballast);
  } catch {
    throw new BridgeError(UNREACHABLE);
  }
  if (!result.ok) throw new BridgeError(result.failure);
  return result.value;
}

/** Listens to an event of the contract; the result stops listening. */
export const listen = (subscribe: (client: BallastClient) => () => void): (() => void) =>
  subscribe(window.ballast);

export const failureOf = (error: unknown): Failure =>
  error instanceof BridgeError
    ? error.failure
    : {
        code: 'unexpected',
        message: error instanceof Error ? error.message : 'Something went wrong in this window.',
      };

/** The sentence to show, with the log id where there is one. */
export function failureText(failure: Failure): string {
  return failure.logId === undefined ? failure.message : `${failure.message} (log entry ${failure.logId})`;
}
