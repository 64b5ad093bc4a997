/** The URL schemes of repository hosts: host name, repository path, and path prefixes of folders and files. */
const REPOSITORY_HOSTS = [
  { host: /^(?:www\.)?github\.com$/, repository: /^\/[^/]+\/[^/]+$/, tree: '/tree/', blob: '/blob/' },
  { host: /^(?:www\.)?gitlab\./, repository: /^(?:\/(?!-\/)[^/]+){2,}$/, tree: '/-/tree/', blob: '/-/blob/' },
];

/**
 * The URL at which a repository shows content files; the path of a file relative to the content root is appended.
 * `folder` is the path of the content root in the repository; it is ignored if the URL of the repository names a folder.
 * Returns `undefined` for an unknown host.
 */
export function filesUrl(repository: string, folder: string): string | undefined {
  const { origin, hostname, pathname } = new URL(repository);
  const known = REPOSITORY_HOSTS.find(({ host }) => host.test(hostname));
  if (!known) return undefined;
  const path = pathname.replace(/\/*$/, '');
  const [base = '', tree] = path.split(known.tree);
  if (!known.repository.test(base)) return undefined;
  const revisionPath = tree ?? ['HEAD', ...folder.split('/').filter(Boolean).map(encodeURIComponent)].join('/');
  return `${origin}${base.replace(/\.git$/, '')}${known.blob}${revisionPath}/`;
}
