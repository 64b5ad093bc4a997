import { publicUrl } from '../../../settings/public-url.ts';
import type { OutputName } from '../../../settings/settings.ts';
import { type Output, textFile } from '../../files/output-file.ts';
import { NEWS_SITEMAP_FILE } from './news-sitemap.ts';
import { SITEMAP_FILE } from './sitemap.ts';

const SITEMAPS: Partial<Record<OutputName, string>> = { sitemap: SITEMAP_FILE, newsSitemap: NEWS_SITEMAP_FILE };

/**
 * `robots.txt`: allows everything and lists the sitemaps. A site below a base path has none, because crawlers request it
 * at the root of the host only. https://www.rfc-editor.org/rfc/rfc9309
 */
export const robots: Output = ({ settings: { outputs, site } }) => {
  if (site.basePath !== '/') return [];
  const sitemaps = outputs.flatMap((output) => SITEMAPS[output] ?? []);
  const lines = ['User-agent: *', 'Allow: /', ...sitemaps.map((file) => `Sitemap: ${publicUrl(site, file)}`)];
  return [textFile('robots.txt', () => `${lines.join('\n')}\n`)];
};
