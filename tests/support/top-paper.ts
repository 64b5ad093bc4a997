import type { TopCard } from '../../src/model/coverage/top-stories.ts';
import { articleFile } from './content-folder.ts';

/* Articles for tests of the front page in the order of points. */

/** When the newest article of such a paper was published. */
export const TOP_NOW = Date.parse('2026-03-10T12:00:00Z');

export interface TopStory {
  /** How long before the newest article it was published. */
  hours?: number;
  /** The name of its event. Without one it is alone. */
  event?: string | undefined;
  /** The domain of its provider. */
  domain?: string | undefined;
  topics?: string[];
  title?: string;
  /** Other lines of its front matter. */
  lines?: string;
}

/** The content file of an article. */
function topFile(slug: string, { hours = 0, event, domain, topics, title = slug, lines = '' }: TopStory): string {
  return articleFile(
    [
      `title: ${title}`,
      `slug: ${slug}`,
      `publishedDateTime: ${new Date(TOP_NOW - hours * 3_600_000).toISOString()}`,
      `webUrl: https://www.${domain ?? 'own.example'}/${slug}`,
      `coverage: ${event ?? 'false'}`,
      domain === undefined ? '' : `provider: { name: Paper ${domain}, domain: ${domain} }`,
      topics === undefined ? '' : `topics: [${topics.join(', ')}]`,
      lines,
    ]
      .filter(Boolean)
      .join('\n'),
  );
}

/** The content files of a paper, by their slugs. */
export const topFiles = (stories: Record<string, TopStory>): Record<string, string> =>
  Object.fromEntries(Object.entries(stories).map(([slug, story]) => [`${slug}.md`, topFile(slug, story)]));

/** Articles that are alone, one each quarter of an hour, the newest first. Each has a provider of its own. */
export const plainStories = (count: number, from = 0): Record<string, TopStory> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const number = String(index).padStart(3, '0');
      return [`plain-${number}`, { hours: from + index / 4, domain: `d${number}.example` }];
    }),
  );

/** The points of a card by the rule in `content/README.md`, without the code of the site. */
export const pointsOf = ({ sources = 1, hours, quality = 0 }: Pick<TopCard, 'sources' | 'hours' | 'quality'>): number =>
  (3 * Math.log(Math.max(1, sources))) / Math.LN2 + 4 * 0.5 ** (hours / 12) + quality / 50;
