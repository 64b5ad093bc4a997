import { createHash } from 'node:crypto';
import { EDITION_FORMAT, type Edition, type SiteInfo } from '../../../model/edition.ts';
import { EDITION_FILE } from '../../../model/edition-files.ts';
import type { TopicEntry } from '../../../model/topic.ts';
import type { BuiltEdition } from '../../edition/build-edition.ts';
import { hashOf } from '../../util/hash.ts';
import { lazyFile, type Output, type OutputFile } from '../files/output-file.ts';

const TOPICS_AT_HAND = 24;
/** An edition without articles, which only the dev server shows, is dated by no article. */
const NO_DATE = '1970-01-01T00:00:00Z';

/** `data/edition.json`: what this build made. */
export const edition: Output = (built) => [editionFileOf(built)];

export function editionFileOf(built: BuiltEdition): OutputFile {
  const body = (): string => JSON.stringify(editionOf(built));
  return lazyFile({ path: EDITION_FILE, version: () => hashOf(body()), body });
}

/** What every page shows of an edition. */
export const siteInfoOf = ({ settings, topics }: BuiltEdition): SiteInfo => ({
  site: settings.site,
  topics: topicsAtHand(topics).map((topic) => ({ ...topic, count: undefined })),
});

function editionOf(built: BuiltEdition): Edition {
  const { settings, articles, topics, providers, counts } = built;
  return {
    format: EDITION_FORMAT,
    id: idOf(built),
    site: settings.site,
    total: articles.length,
    newestAt: articles[0]?.publishedAt ?? NO_DATE,
    topics: topicsAtHand(topics),
    topicCount: topics.length,
    providerCount: providers.length,
    ...(articles.length === 0 && counts.drafts > 0 ? { drafts: counts.drafts } : {}),
  };
}

/** A hash of all that decides what the other files hold. */
function idOf({ settings, articles, topics, providers, serializer }: BuiltEdition): string {
  const hash = createHash('sha256').update(JSON.stringify([settings.site, topics, providers]));
  for (const article of articles) hash.update(`${article.slug} ${serializer.summaryVersion(article)}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** The first topics, and those on nearly every article: cards must know them to name a more telling one. */
function topicsAtHand(topics: TopicEntry[]): TopicEntry[] {
  const common = topics.filter(({ isCommon }) => isCommon).slice(0, TOPICS_AT_HAND / 2);
  const others = topics.filter(({ isCommon }) => !isCommon).slice(0, TOPICS_AT_HAND - common.length);
  return [...others, ...common];
}
