import { useQuery } from '@tanstack/react-query';
import { useSite } from '../../../data/site-context.ts';
import { markName } from '../../../i18n/fill-elements.tsx';
import { contentAttributes } from '../../../i18n/locale.ts';
import { AppLink } from '../../../navigation/app-link.tsx';
import { PathIcon } from '../../../ui/icon.tsx';
import { changeFilter, type Filter, filterLink, withQuery } from '../../address/filter.ts';
import { filterStrings } from '../../filter-strings.ts';
import { providersQuery } from '../../matching/filter-data.ts';
import { matchRange } from './match-range.ts';
import { ProviderRow } from './provider-row.tsx';
import { type ListedTopic, TopicRow } from './topic-row.tsx';
import { useTopicCounts } from './use-topic-counts.ts';

const words = filterStrings.panel;
/** Of topics and of providers each. */
const MAX_SUGGESTIONS = 40;

interface FilterSuggestionsProps {
  query: string;
  filter: Filter;
  topics: ListedTopic[];
  onFollow: () => void;
}

/** Topics and providers whose names contain the search text. */
export function FilterSuggestions({ query, filter, topics, onFollow }: FilterSuggestionsProps) {
  const { data: providers = [] } = useQuery(providersQuery());
  const matchingTopics = topics
    .filter(({ name, shortName = '' }) => matchRange(name, query) ?? matchRange(shortName, query))
    .slice(0, MAX_SUGGESTIONS);
  const matchingProviders = providers
    .filter(({ name, domain }) => matchRange(name, query) ?? matchRange(domain, query))
    .slice(0, MAX_SUGGESTIONS);
  const { site } = useSite();
  const countOf = useTopicCounts(filter, matchingTopics);
  const nameOf = (slug: string | undefined) => topics.find((topic) => topic.slug === slug)?.name;
  return (
    <>
      {!site.hasNoSearch && (
        <p>
          <AppLink
            to={filterLink(changeFilter(withQuery(filter, query.trim()), { order: 'best' }))}
            className="story-search-link"
            onClick={onFollow}
          >
            <PathIcon path="M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4zM12.8 12.8 17 17" />
            <bdi>{markName(query.trim(), (typed) => words.searchStories({ query: typed }))}</bdi>
          </AppLink>
        </p>
      )}
      {matchingTopics.length + matchingProviders.length === 0 && (
        <p className="py-3 text-ink-2">{markName(query.trim(), (typed) => words.noneFound({ query: typed }))}</p>
      )}
      {matchingTopics.length > 0 && (
        <ul className="filter-suggestions" aria-label={words.topics}>
          {matchingTopics.map((topic) => (
            <li key={topic.slug}>
              <TopicRow topic={topic} count={countOf(topic)} filter={filter} onFollow={onFollow}>
                <MarkedName name={topic.name} query={query} parent={nameOf(topic.parent)} />
              </TopicRow>
            </li>
          ))}
        </ul>
      )}
      {matchingProviders.length > 0 && (
        <>
          <h2 className="legend">{words.providers}</h2>
          <ul className="filter-suggestions">
            {matchingProviders.map((provider) => (
              <li key={provider.domain}>
                <ProviderRow provider={provider} filter={filter} onFollow={onFollow} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** A name with the search text highlighted, and the name of the parent topic. */
function MarkedName({ name, query, parent }: { name: string; query: string; parent: string | undefined }) {
  const [from, to] = matchRange(name, query) ?? [0, 0];
  return (
    <span>
      <bdi {...contentAttributes}>
        {name.slice(0, from)}
        {to > from && <mark>{name.slice(from, to)}</mark>}
        {name.slice(to)}
      </bdi>
      {parent !== undefined && <small> {markName(parent, (topic) => words.inTopic({ topic }))}</small>}
    </span>
  );
}
