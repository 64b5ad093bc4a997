import { EDITION_FORMAT, type Edition } from '../../model/edition.ts';
import { EDITION_FILE } from '../../model/edition-files.ts';
import type { TopicEntry } from '../../model/topic.ts';
import type { BuiltEdition } from '../build-edition.ts';
import { jsonFile, type OutputFile } from './output-file.ts';

const TOPICS_AT_HAND = 24;
/** An edition without articles, which only the dev server shows, is dated by no article. */
const NO_DATE = '1970-01-01T00:00:00Z';

/** `data/edition.json`: what this build made. `id` is a hash of everything else. */
export function editionFile({ settings, articles, topics, providers }: BuiltEdition, id: string): OutputFile {
  const edition: Edition = {
    format: EDITION_FORMAT,
    id,
    site: settings.site,
    total: articles.length,
    newestAt: articles[0]?.publishedAt ?? NO_DATE,
    topics: topicsAtHand(topics),
    topicCount: topics.length,
    providerCount: providers.length,
  };
  return jsonFile(EDITION_FILE, edition);
}

/** The first topics, and those on nearly every article: cards must know them to name a more telling one. */
function topicsAtHand(topics: TopicEntry[]): TopicEntry[] {
  const common = topics.filter(({ isCommon }) => isCommon).slice(0, TOPICS_AT_HAND / 2);
  const others = topics.filter(({ isCommon }) => !isCommon).slice(0, TOPICS_AT_HAND - common.length);
  return [...others, ...common];
}
