import { useQuery } from '@tanstack/react-query';
import type { Site } from '../../../model/site.ts';
import type { Story } from '../../../model/story.ts';
import { topicsQuery } from '../../data/queries.ts';
import { useSite } from '../../data/site-context.ts';
import { formatLongDate, formatMonthHeading, formatYearHeading } from '../../i18n/format-date.ts';
import { type Filter, toggleTopic, without } from '../address/filter.ts';
import { isRecent } from '../address/period.ts';
import { filterStrings as words } from '../filter-strings.ts';
import { providersQuery } from '../matching/filter-queries.ts';

/** A part of a filter in words, and the filter without it. */
export interface ActiveFilter {
  words: string;
  rest: Filter;
}

/** A way to name topics by their slugs. Those that every page knows are named at once, others when their list has come. */
export function useTopicNames(slugs: readonly string[]): (slug: string) => string {
  const { topics } = useSite();
  const isKnown = slugs.every((slug) => topics.some((topic) => topic.slug === slug));
  const { data = topics } = useQuery({ ...topicsQuery(), enabled: !isKnown });
  return (slug) => data.find((topic) => topic.slug === slug)?.name ?? slug;
}

/** The name of a provider. Its stories say it; where there is none, the list of all providers does once it has come. */
export function useProviderName(domain = '', stories?: readonly Story[]): string {
  const told = stories?.find(({ provider }) => provider?.domain === domain)?.provider;
  const isUnknown = domain !== '' && stories !== undefined && !told;
  const { data: providers = [] } = useQuery({ ...providersQuery(), enabled: isUnknown });
  return (told ?? providers.find((provider) => provider.domain === domain))?.name ?? domain;
}

interface NamedFilter {
  filter: Filter;
  topicName: (slug: string) => string;
  providerName: string;
  site: Site;
}

/** The parts of a filter, in the order in which they are read. */
export function activeFiltersOf({ filter, topicName, providerName, site }: NamedFilter): ActiveFilter[] {
  const { topics, not, provider, period, order } = filter;
  return [
    ...topics.map((slug) => ({ words: topicName(slug), rest: toggleTopic(filter, 'topics', slug) })),
    ...not.map((slug) => ({ words: words.excluded(topicName(slug)), rest: toggleTopic(filter, 'not', slug) })),
    ...(provider === undefined ? [] : [{ words: words.from(providerName), rest: without(filter, 'provider') }]),
    ...(period === undefined ? [] : [{ words: periodWords(period, site), rest: without(filter, 'period') }]),
    ...(order === 'newest'
      ? []
      : [{ words: words.oldestFirst, rest: { ...filter, page: 1, order: 'newest' as const } }]),
  ];
}

/** A period in words: `last 7 days`, `2024`, `November 2024`, `Tuesday 5 November 2024`. */
function periodWords(period: string, site: Site): string {
  if (isRecent(period)) return words.recent[period];
  const at = `${period}${'-01-01'.slice(period.length - 4)}T00:00:00Z`;
  if (Number.isNaN(Date.parse(at))) return period;
  if (period.length === 4) return formatYearHeading(at, site);
  return period.length === 7 ? formatMonthHeading(at, site) : formatLongDate(at, site);
}
