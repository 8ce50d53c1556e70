import { type Failure, type FailureCode, failed } from '#shared/domain/result.ts';

/**
 * An expected failure inside a transaction. It is thrown, since only a throw rolls back; `changing` and `reading` turn it
 * into a `Result`, so that it never leaves the store.
 */
export class StoreFault extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'StoreFault';
    this.failure = failure;
  }
}

export function fault(code: FailureCode, message: string, field?: string): StoreFault {
  return new StoreFault(failed(code, message, field).failure);
}
