import type { SiteSize } from '../output/files/output-writer.ts';

interface HostLimit {
  host: string;
  limit: string;
  isPassed: (size: SiteSize) => boolean;
}

const GB = 1_000_000_000;

/** What hosts of static sites say that they take, as of November 2026. */
const LIMITS: HostLimit[] = [
  // https://developers.cloudflare.com/pages/platform/limits/
  { host: 'Cloudflare Pages', limit: '20,000 files', isPassed: ({ files }) => files > 20_000 },
  { host: 'Cloudflare Pages for pay', limit: '100,000 files', isPassed: ({ files }) => files > 100_000 },
  // https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
  { host: 'GitHub Pages', limit: '1 GB', isPassed: ({ bytes }) => bytes > GB },
  // https://docs.gitlab.com/user/gitlab_com/#gitlab-pages
  { host: 'GitLab Pages', limit: '200,000 files', isPassed: ({ files }) => files > 200_000 },
  { host: 'GitLab Pages', limit: '1 GB', isPassed: ({ bytes }) => bytes > GB },
  // https://docs.netlify.com/deploy/deploy-overview/
  { host: 'Netlify', limit: '54,000 files in one folder', isPassed: ({ largestFolder }) => largestFolder > 54_000 },
];

/** Says how large the site is, and which known hosts do not take so much. */
export function describeSize(size: SiteSize): string {
  const sum = `The site has ${size.files.toLocaleString('en')} files, ${(size.bytes / 1e6).toFixed(1)} MB.`;
  const passed = LIMITS.filter(({ isPassed }) => isPassed(size)).map(({ host, limit }) => `${host} (${limit})`);
  if (passed.length === 0) return sum;
  return `${sum} That is more than these hosts take: ${passed.join(', ')}. \`pages: newest N\` in site.yaml writes fewer pages.`;
}
