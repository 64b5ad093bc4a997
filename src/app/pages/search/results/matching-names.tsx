import { useQuery } from '@tanstack/react-query';
import { providerPath, topicPath } from '../../../../model/addresses/permalinks.ts';
import { topicsQuery } from '../../../data/queries.ts';
import { providersQuery } from '../../../filter/matching/filter-data.ts';
import { AppLink } from '../../../navigation/app-link.tsx';
import { searchableText } from '../../../search/query/word-test.ts';
import { searchStrings as words } from './search-strings.ts';

/** Of topics and of providers each. */
const MAX_NAMES = 3;

/** Topics and providers whose names contain the words of a query, as links to their pages. */
export function MatchingNames({ query }: { query: string }) {
  const { data: topics = [] } = useQuery(topicsQuery());
  const { data: providers = [] } = useQuery(providersQuery());
  const names = [
    ...topics
      .filter(({ name }) => holdsWords(name, query))
      .slice(0, MAX_NAMES)
      .map(({ name, slug }) => ({ name, to: topicPath(slug) })),
    ...providers
      .filter(({ name }) => holdsWords(name, query))
      .slice(0, MAX_NAMES)
      .map(({ name, domain }) => ({ name, to: providerPath(domain) })),
  ];
  if (names.length === 0) return null;
  return (
    <ul aria-label={words.topicsAndProviders}>
      {names.map(({ name, to }) => (
        <li key={to}>
          <AppLink to={to} dir="auto">
            {name}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

/** Whether each word of a query is the start of a word of the name. */
function holdsWords(name: string, query: string): boolean {
  const { joined } = searchableText(name);
  const wanted = searchableText(query).joined.trim();
  return wanted !== '' && wanted.split(' ').every((word) => joined.includes(` ${word}`));
}
