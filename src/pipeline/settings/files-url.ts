/** How hosts of repositories address a file: which hosts, what a repository's path is there, and what stands before a file. */
const FORGES = [
  { host: /^(?:www\.)?github\.com$/, repository: /^\/[^/]+\/[^/]+$/, tree: '/tree/', blob: '/blob/' },
  { host: /^(?:www\.)?gitlab\./, repository: /^(?:\/(?!-\/)[^/]+){2,}$/, tree: '/-/tree/', blob: '/-/blob/' },
];

/**
 * The address at which content files can be seen, to be followed by a file's path below the content root. `folder` is
 * where the content root lies in the repository, unless the repository's address names a folder itself. `undefined`
 * where the host's form of address is not known.
 */
export function filesUrl(repository: string, folder: string): string | undefined {
  const { origin, hostname, pathname } = new URL(repository);
  const forge = FORGES.find(({ host }) => host.test(hostname));
  if (!forge) return undefined;
  const path = pathname.replace(/\/*$/, '');
  const [base = '', tree] = path.split(forge.tree);
  if (!forge.repository.test(base)) return undefined;
  const inside = tree ?? ['HEAD', ...folder.split('/').filter(Boolean).map(encodeURIComponent)].join('/');
  return `${origin}${base.replace(/\.git$/, '')}${forge.blob}${inside}/`;
}
