import path from 'node:path';

/* The folders of real content are beside the checkout and not part of the repository. */

const SHARED = path.resolve('../shared');

export const REAL = path.join(SHARED, 'real');
export const POWER_APPS = path.join(REAL, 'power-apps');
export const ELECTION = path.join(REAL, 'election');
/** One draft with three related stories. */
export const SEED = path.join(SHARED, 'seed');
