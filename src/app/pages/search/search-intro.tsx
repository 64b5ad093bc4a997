import { useQuery } from '@tanstack/react-query';
import { archivePath, frontPath } from '../../../model/addresses/permalinks.ts';
import { PAGE_SIZE } from '../../../model/edition.ts';
import { editionQuery } from '../../data/queries.ts';
import { useSite } from '../../data/site-context.ts';
import { contentAttributes, interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { TopicLinks } from '../../layout/topics/topic-links.tsx';
import { AppLink } from '../../navigation/app-link.tsx';
import { useCurrentTime } from '../../ui/use-current-time.ts';
import { searchStrings as words } from './results/search-strings.ts';

/** Without a query: what can be searched and how. Without JavaScript: other ways to find a story. */
export function SearchIntro() {
  // The HTML is that of all queries. It must not show what the results replace.
  const isHydrated = useCurrentTime() !== undefined;
  if (isHydrated) return <SearchHelp />;
  return (
    <noscript>
      <div className="search-intro" {...interfaceAttributes}>
        <p>{words.needsScript}</p>
        <BrowseLinks />
      </div>
    </noscript>
  );
}

const { firstWord, secondWord, ...finds } = words.examples;

interface Example {
  query: string;
  finds: string;
  /** Of the query, if it has a name. */
  language?: typeof contentAttributes;
}

const EXAMPLES: Example[] = [
  { query: `${firstWord} ${secondWord}`, finds: finds.words },
  { query: `"${firstWord} ${secondWord}"`, finds: finds.phrase },
  { query: `${firstWord} -${secondWord}`, finds: finds.without },
  { query: 'provider:example.org', finds: finds.provider },
  { query: 'after:2024-05 before:2025', finds: finds.dates },
];

const topicQuery = (topic: string): string => (/\s/.test(topic) ? `topic:"${topic}"` : `topic:${topic}`);

function SearchHelp() {
  const { topics } = useSite();
  const { data: edition } = useQuery(editionQuery());
  const total = edition?.total ?? 0;
  const [topic] = topics;
  const examples = topic
    ? [...EXAMPLES, { query: topicQuery(topic.name), finds: finds.topic, language: contentAttributes }]
    : EXAMPLES;
  return (
    <div className="search-intro" {...interfaceAttributes}>
      <p>{edition && words.intro({ count: total })}</p>
      <h2 className="legend">{words.help}</h2>
      <dl className="search-examples">
        {examples.map(({ query, finds, language }) => (
          <div key={query}>
            <dt {...language}>{query}</dt>
            <dd>{finds}</dd>
          </div>
        ))}
      </dl>
      <h2 className="legend">{words.browse}</h2>
      <BrowseLinks />
    </div>
  );
}

/** Links to the topics and to the archive. */
function BrowseLinks() {
  const { topics } = useSite();
  const { data: edition } = useQuery(editionQuery());
  const pages = Math.floor((edition?.total ?? 0) / PAGE_SIZE);
  return (
    <>
      <TopicLinks topics={topics} label={strings.topics} />
      <p>
        <AppLink to={pages > 0 ? archivePath({ kind: 'all' }, pages) : frontPath} className="older-link">
          {words.olderStories}
        </AppLink>
      </p>
    </>
  );
}
