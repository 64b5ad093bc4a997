import { inspect } from 'node:util';

/** Something the publisher can mend: shown as its message alone, without a stack trace. */
export class PublisherError extends Error {
  override name = 'PublisherError';

  [inspect.custom](): string {
    return this.message;
  }
}
