import { HEADERS_FILE, MANIFEST_FILE } from '../../../model/addresses/site-files.ts';
import { SHELL_FILE, WORKER_FILE } from '../../../model/offline/service-worker.ts';
import { slugKey } from '../../content/normalize/fields/slug.ts';

const RESERVED_FOLDER = /^(?:data|assets|api)\//;
/** Feeds and archive pages of a collection, and feeds of events. */
const IN_COLLECTION = /^(?:(?:topics|providers)\/[^/]+\/|events\/.+\/)?(?:[^/]+\.xml|feed\.json|archive\/\d+)\//;
/** Files that hosts, browsers and search engines request. */
const ROOT_FILES: readonly string[] = [
  SHELL_FILE,
  MANIFEST_FILE,
  HEADERS_FILE,
  WORKER_FILE,
  'robots.txt',
  '_redirects',
  'cname',
];
const ICON_FILE = /^(?:favicon|icon)[\w-]*\.\w+$/;

/** Describes what a file name is reserved for: files that the site has now or may have when it grows. */
export function describeReserved(file: string): string | undefined {
  const path = `${slugKey(file)}/`;
  const [first = ''] = path.split('/');
  const isInRoot = ROOT_FILES.includes(first) || ICON_FILE.test(first);
  return isInRoot || RESERVED_FOLDER.test(path) || IN_COLLECTION.test(path)
    ? 'is reserved for files of the site'
    : undefined;
}
