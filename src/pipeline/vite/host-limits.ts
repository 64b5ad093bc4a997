import type { SiteSize } from '../output/files/output-writer.ts';

interface HostLimit {
  host: string;
  limit: string;
  isExceeded: (size: SiteSize) => boolean;
}

const GB = 1_000_000_000;

/** The documented limits of hosts of static sites, as of November 2026. */
const LIMITS: HostLimit[] = [
  // https://developers.cloudflare.com/pages/platform/limits/
  { host: 'Cloudflare Pages', limit: '20,000 files', isExceeded: ({ files }) => files > 20_000 },
  { host: 'Cloudflare Pages paid plans', limit: '100,000 files', isExceeded: ({ files }) => files > 100_000 },
  // https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
  { host: 'GitHub Pages', limit: '1 GB', isExceeded: ({ bytes }) => bytes > GB },
  // https://docs.gitlab.com/user/gitlab_com/#gitlab-pages
  { host: 'GitLab Pages', limit: '200,000 files', isExceeded: ({ files }) => files > 200_000 },
  { host: 'GitLab Pages', limit: '1 GB', isExceeded: ({ bytes }) => bytes > GB },
  // https://docs.netlify.com/deploy/deploy-overview/
  { host: 'Netlify', limit: '54,000 files in one folder', isExceeded: ({ largestFolder }) => largestFolder > 54_000 },
];

/** Describes the size of the site, and lists the hosts whose limits it exceeds. */
export function describeSize(size: SiteSize): string {
  const sizeText = `The site has ${size.files.toLocaleString('en')} files, ${(size.bytes / 1e6).toFixed(1)} MB.`;
  const exceeded = LIMITS.filter(({ isExceeded }) => isExceeded(size)).map(({ host, limit }) => `${host} (${limit})`);
  if (exceeded.length === 0) return sizeText;
  return `${sizeText} It exceeds the limits of these hosts: ${exceeded.join(', ')}. Set \`pages: newest N\` in site.yaml to write fewer pages.`;
}
