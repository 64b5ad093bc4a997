import type { PageLabel } from '../edition.ts';

/* What the app, the service worker and the build agree on. */

/** The service worker, in the folder of the site. */
export const WORKER_FILE = 'sw.js';

/** The name of the Trusted Types policy for its address. https://www.w3.org/TR/trusted-types/ */
export const TRUSTED_TYPES_POLICY = 'service-worker';

/** The page that the service worker answers with if the host does not: it starts the app at any address. */
export const SHELL_FILE = '404.html';

/** What a build writes at the beginning of the service worker, as the constant `WORKER_BUILD`. */
export interface WorkerBuild {
  /** See `Edition.app`. */
  app: string;
  /** Changes with the files of the shell. */
  version: string;
  /** The files of the bundle that are kept with the shell. */
  files: string[];
  /** Those that are kept if the browser has loaded them. */
  otherFiles: string[];
  /** The pages of the publisher, see `withPages`. */
  pages: Pick<PageLabel, 'slug'>[];
}

/** A response header: the service worker answers with a copy. A `CopyReason`, a space, and when it was received. */
export const COPY_HEADER = 'broadsheet-copy';

/** Why: no answer, none in time (it may follow), or one that is not the file. */
export type CopyReason = 'down' | 'late' | 'bad';

/** A message of the service worker to pages: there is a newer file than the copy that it has answered with. */
export interface UpdatedMessage {
  /** The path of the file, percent-encoded. */
  updated: string;
}

/** Messages of a page to a service worker: take the place of the one before; say the `WorkerBuild.app`. */
export type WorkerRequest = 'take-over' | 'app';
