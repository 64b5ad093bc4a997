import path from 'node:path';
import { hashOf } from '../hash.ts';

/** Where a project keeps what it read of a content folder. It can be deleted at any time. */
export const findCacheFile = (projectRoot: string, contentDir: string): string =>
  path.resolve(projectRoot, 'node_modules/.cache/broadsheet', `articles-${hashOf(path.resolve(contentDir))}`);
