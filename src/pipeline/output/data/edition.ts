import { createHash } from 'node:crypto';
import { EDITION_FORMAT, type Edition, type SiteInfo } from '../../../model/edition.ts';
import { EDITION_FILE } from '../../../model/edition-files.ts';
import type { TopicEntry } from '../../../model/topic.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { BuiltEdition } from '../../edition/build-edition.ts';
import type { Settings } from '../../settings/settings.ts';
import { hashOf } from '../../util/hash.ts';
import { lazyFile, type Output, type OutputFile } from '../files/output-file.ts';
import { groupByLanguage } from './languages.ts';

/** The number of topics in `edition.json` and in every page. */
const MAX_TOPICS = 24;
/** The date of an edition without articles, which only the dev server shows. */
const NO_DATE = '1970-01-01T00:00:00Z';

/** `data/edition.json`: the overview of an edition. */
export const edition: Output = (built) => [editionFileOf(built)];

export function editionFileOf(built: BuiltEdition): OutputFile {
  const body = (): string => JSON.stringify(editionOf(built));
  return lazyFile({ path: EDITION_FILE, version: () => hashOf(body()), body });
}

/** `edition.json` with the build of the app. The edition in the front page does not have it: it would change that page. */
export function withApp({ path, body }: Pick<OutputFile, 'path' | 'body'>, app: string): OutputFile {
  return {
    path,
    version: hashOf(`${hashOf(body)} ${app}`),
    body: JSON.stringify({ ...(JSON.parse(body) as Edition), app }),
  };
}

/** The data of the edition that every page contains. */
export const siteInfoOf = (built: BuiltEdition): SiteInfo => ({
  site: built.settings.site,
  topics: firstTopics(built.topics).map((topic) => ({ ...topic, count: undefined })),
  ...ofAllPages(built),
});

/** What the edition and every page have in common, besides settings and topics. */
const ofAllPages = ({ settings, articles, pages, footer }: BuiltEdition): Omit<SiteInfo, 'site' | 'topics'> => ({
  ...(pages.length > 0 ? { pages } : {}),
  ...(footer.length > 0 ? { footer } : {}),
  ...languagesOf(articles, settings),
});

function languagesOf(articles: readonly ArticleRecord[], { site }: Settings): Pick<SiteInfo, 'languages'> {
  const languages = groupByLanguage(articles, site).map(([language]) => language);
  return languages.length > 0 ? { languages } : {};
}

function editionOf(built: BuiltEdition): Edition {
  const { settings, articles, topics, providers, counts, purge, order } = built;
  return {
    format: EDITION_FORMAT,
    id: idOf(built),
    site: settings.site,
    total: articles.length,
    newestAt: articles[0]?.publishedAt ?? NO_DATE,
    topics: firstTopics(topics),
    ...ofAllPages(built),
    topicCount: topics.length,
    providerCount: providers.length,
    ...(order.hasTop ? { order: order.standard } : {}),
    ...(articles.length === 0 && counts.drafts > 0 ? { drafts: counts.drafts } : {}),
    ...(purge.length > 0 ? { purge } : {}),
  };
}

/** A hash of everything that the other files depend on. */
function idOf({
  settings,
  articles: listed,
  unlisted,
  topics,
  providers,
  events,
  order,
  pages,
  footer,
  serializer,
}: BuiltEdition): string {
  const articles = [...listed, ...unlisted];
  const hash = createHash('sha256').update(JSON.stringify([settings.site, topics, providers]));
  if (order.standard === 'top') hash.update('top\n');
  // Without pages, a footer and events the id is that of earlier versions.
  for (const part of [pages, footer]) if (part.length > 0) hash.update(JSON.stringify(part));
  for (const { reports } of events) hash.update(`${reports.map(({ article }) => article.slug).join(' ')}\n`);
  // In one call for many articles: a call takes longer than hashing the text of an article.
  for (let start = 0; start < articles.length; start += BLOCK) {
    const lines = articles
      .slice(start, start + BLOCK)
      .map((article) => `${article.slug} ${serializer.fullSummaryVersion(article)}\n`);
    hash.update(lines.join(''));
  }
  return hash.digest('hex').slice(0, 16);
}

const BLOCK = 500;

/** The first topics, including common ones: a card needs to know these to show another topic of its article instead. */
function firstTopics(topics: TopicEntry[]): TopicEntry[] {
  const common = topics.filter(({ isCommon }) => isCommon).slice(0, MAX_TOPICS / 2);
  const others = topics.filter(({ isCommon }) => !isCommon).slice(0, MAX_TOPICS - common.length);
  return [...others, ...common];
}
