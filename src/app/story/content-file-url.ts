import { encodePath } from '../../model/edition-files.ts';

/** The content folder, as it lies in a repository. */
export const CONTENT_FOLDER = 'content/';

/** How hosts of repositories address a file: which hosts, what a repository's path is there, and what comes after it. */
const FORGES = [
  { host: /^(?:www\.)?github\.com$/, repository: /^\/[^/]+\/[^/]+$/, blob: '/blob/HEAD/' },
  { host: /^(?:www\.)?gitlab\./, repository: /^(?:\/(?!-\/)[^/]+){2,}$/, blob: '/-/blob/HEAD/' },
];

/** Where a content file can be seen in its repository; `undefined` where the host's form of address is not known. */
export function contentFileUrl(repository: string, file: string): string | undefined {
  const { origin, hostname, pathname } = new URL(repository);
  const path = pathname.replace(/\/*$/, '').replace(/\.git$/, '');
  const forge = FORGES.find(({ host, repository: form }) => host.test(hostname) && form.test(path));
  return forge && `${origin}${path}${forge.blob}${encodePath(CONTENT_FOLDER + file)}`;
}
