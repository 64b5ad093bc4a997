import { inspect } from 'node:util';

/** An error that the publisher can fix. Only its message is printed, without a stack trace. */
export class PublisherError extends Error {
  override name = 'PublisherError';

  [inspect.custom](): string {
    return this.message;
  }
}
