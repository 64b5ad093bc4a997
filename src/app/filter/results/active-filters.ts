import { useQuery } from '@tanstack/react-query';
import type { Site } from '../../../model/site.ts';
import type { Story } from '../../../model/story.ts';
import { topicsQuery } from '../../data/queries.ts';
import { useSite } from '../../data/site-context.ts';
import { formatLongDate, formatMonthHeading, formatYearHeading } from '../../i18n/format-date.ts';
import { languageName } from '../../i18n/language-name.ts';
import { parseQuery, type QueryOperator, withoutOperator } from '../../search/query/parse-query.ts';
import { type Filter, parseFilter, standardOrder, toggleTopic, without } from '../address/filter.ts';
import { isRecent } from '../address/period.ts';
import { filterStrings as words } from '../filter-strings.ts';
import { providersQuery } from '../matching/filter-data.ts';

/** A part of a filter. */
export interface ActiveFilter {
  label: string;
  /** The name of a topic or a provider in the label. It is in the language of the site. */
  name?: string | undefined;
  /** The filter without this part. */
  rest: Filter;
}

/**
 * A function to get the name of a topic. Topics that are not in the site info have their slug until the list has
 * loaded.
 */
export function useTopicNames(slugs: readonly string[]): (slug: string) => string {
  const { topics } = useSite();
  const isKnown = slugs.every((slug) => topics.some((topic) => topic.slug === slug));
  const { data = topics } = useQuery({ ...topicsQuery(), enabled: !isKnown });
  return (slug) => data.find((topic) => topic.slug === slug)?.name ?? slug;
}

/** The name of a provider: from its stories, or else from the list of all providers once that has loaded. */
export function useProviderName(domain = '', stories?: readonly Story[]): string {
  const known = stories?.find(({ provider }) => provider?.domain === domain)?.provider;
  const isUnknown = domain !== '' && stories !== undefined && !known;
  const { data: providers = [] } = useQuery({ ...providersQuery(), enabled: isUnknown });
  return (known ?? providers.find((provider) => provider.domain === domain))?.name ?? domain;
}

interface ActiveFilterOptions {
  filter: Filter;
  topicName: (slug: string) => string;
  providerName: string;
  site: Site;
}

/** The parts of a filter, in the order in which they are shown. */
export function activeFiltersOf({ filter, topicName, providerName, site }: ActiveFilterOptions): ActiveFilter[] {
  const { topics, not, provider, language, period, unread, order } = filter;
  return [
    ...topics.map((slug) => ({
      label: topicName(slug),
      name: topicName(slug),
      rest: toggleTopic(filter, 'topics', slug),
    })),
    ...not.map((slug) => ({
      label: words.excluded({ topic: topicName(slug) }),
      name: topicName(slug),
      rest: toggleTopic(filter, 'not', slug),
    })),
    ...(provider === undefined
      ? []
      : [
          {
            label: words.from({ provider: providerName }),
            name: providerName,
            rest: without(filter, 'provider'),
          },
        ]),
    ...(language === undefined ? [] : [{ label: languageName(language), rest: without(filter, 'language') }]),
    ...(period === undefined ? [] : [{ label: formatPeriod(period, site), rest: without(filter, 'period') }]),
    ...(unread ? [{ label: words.unreadOnly, rest: without(filter, 'unread') }] : []),
    ...operatorsOf(filter, site),
    ...(order === 'oldest'
      ? [{ label: words.oldestFirst, rest: { ...filter, page: 1, order: standardOrder(filter) } }]
      : []),
  ];
}

/** A filter without all of its parts. The words of a query stay. */
export function withoutFilters({ query }: Filter): Filter {
  const none = parseFilter({ kind: 'all' }, '');
  if (query === undefined) return none;
  const words = parseQuery(query).operators.reduceRight(withoutOperator, query);
  return { ...none, query: words, order: 'best' };
}

/** The operators in the query of a filter, such as `topic:science`. */
function operatorsOf(filter: Filter, site: Site): ActiveFilter[] {
  const { query: text = '' } = filter;
  return parseQuery(text).operators.map((operator) => {
    const label = operatorLabel(operator, site);
    return {
      label: operator.isExcluded ? words.excluded({ topic: label }) : label,
      rest: { ...filter, page: 1, query: withoutOperator(text, operator) },
    };
  });
}

function operatorLabel({ name, value }: QueryOperator, site: Site): string {
  if (name === 'topic') return words.aboutTopic({ topic: value });
  if (name === 'provider') return words.from({ provider: value });
  return (name === 'after' ? words.since : words.before)({ date: formatPeriod(value, site) });
}

/** The parts of a filter. Names that are not known yet are slugs or domains. */
export function useActiveFilters(filter: Filter): ActiveFilter[] {
  const { site } = useSite();
  const topicName = useTopicNames([...filter.topics, ...filter.not]);
  const providerName = useProviderName(filter.provider, NO_STORIES);
  return activeFiltersOf({ filter, topicName, providerName, site });
}

const NO_STORIES: Story[] = [];

/** `last 7 days`, `2024`, `November 2024`, `Tuesday 5 November 2024`. */
function formatPeriod(period: string, site: Site): string {
  if (isRecent(period)) return words.recent[period];
  const at = `${period}${'-01-01'.slice(period.length - 4)}T00:00:00Z`;
  if (Number.isNaN(Date.parse(at))) return period;
  if (period.length === 4) return formatYearHeading(at, site);
  return period.length === 7 ? formatMonthHeading(at, site) : formatLongDate(at, site);
}
