import type { QueryClient } from '@tanstack/react-query';
import type { Summary } from '../../../model/article.ts';
import { primaryLanguage } from '../../../model/text/primary-language.ts';
import type { TopicLabel } from '../../../model/topic.ts';
import { siteQuery, topicsQuery } from '../../data/queries.ts';
import type { Filter } from '../address/filter.ts';

/**
 * The stories that belong to the result of a filter. Positions and lists are files of their own, so while an edition is
 * being published they may be of two editions, and a position may lead to another story.
 */
export async function keepMatching(
  client: QueryClient,
  filter: Filter,
  stories: readonly Summary[],
): Promise<readonly Summary[]> {
  const { topics: known = [], site } = client.getQueryData(siteQuery().queryKey) ?? {};
  const language = site?.language;
  const matching = stories.filter(storyTest(filter, known, language));
  if (matching.length === stories.length) return stories;
  // Only the list of all topics tells which topics are above those of a story.
  const all = await client.query(topicsQuery()).catch(() => undefined);
  return all ? stories.filter(storyTest(filter, all, language)) : stories;
}

function storyTest(
  { topics, not, match, provider, language }: Filter,
  labels: readonly TopicLabel[],
  siteLanguage: string | undefined,
) {
  const parents = new Map(labels.map(({ slug, parent }) => [slug, parent]));
  return (story: Summary): boolean => {
    const own = withParents(story, parents);
    const hasTopic = (slug: string): boolean => own.has(slug);
    const isRequested = topics.length === 0 || (match === 'all' ? topics.every(hasTopic) : topics.some(hasTopic));
    return (
      isRequested &&
      !not.some(hasTopic) &&
      (provider === undefined || story.provider?.domain === provider) &&
      (language === undefined || primaryLanguage(story.lang ?? siteLanguage ?? language) === language)
    );
  };
}

/** The topics of a story, and those above them. */
function withParents(story: Summary, parents: ReadonlyMap<string, string | undefined>): Set<string> {
  const slugs = new Set<string>();
  for (const topic of story.topics)
    for (let slug: string | undefined = topic.slug; slug !== undefined && !slugs.has(slug); slug = parents.get(slug))
      slugs.add(slug);
  return slugs;
}
