import { useQuery } from '@tanstack/react-query';
import { PAGE_SIZE } from '../../../model/edition.ts';
import { archivePath, frontPath } from '../../../model/permalinks.ts';
import { editionQuery } from '../../data/queries.ts';
import { useSite } from '../../data/site-context.ts';
import { formatCount } from '../../i18n/format-date.ts';
import { strings } from '../../i18n/strings.ts';
import { TopicLinks } from '../../layout/topics/topic-links.tsx';
import { AppLink } from '../../navigation/app-link.tsx';
import { searchStrings as words } from './search-strings.ts';

/** Without a query: what can be searched and how, and other ways to find a story. */
export function SearchIntro() {
  const { site, topics } = useSite();
  const { data: edition } = useQuery(editionQuery());
  const total = edition?.total ?? 0;
  const [topic] = topics;
  const ofTopic = topic ? [{ query: words.topicExample(topic.name), finds: words.ofTopic }] : [];
  const examples = [...words.examples, ...ofTopic];
  const pages = Math.floor(total / PAGE_SIZE);
  return (
    <div className="search-intro">
      <noscript>
        <p>{words.needsScript}</p>
      </noscript>
      <p>{edition && words.intro(strings.stories(total, formatCount(total, site.language)))}</p>
      <h2 className="legend">{words.help}</h2>
      <dl className="search-examples">
        {examples.map(({ query, finds }) => (
          <div key={query}>
            <dt>{query}</dt>
            <dd>{finds}</dd>
          </div>
        ))}
      </dl>
      <h2 className="legend">{words.browse}</h2>
      <TopicLinks topics={topics} label={strings.topics} />
      <p>
        <AppLink
          to={pages > 0 ? archivePath({ kind: 'all' }, pages) : frontPath}
          className="inline-block py-2 underline"
        >
          {words.olderStories}
        </AppLink>
      </p>
    </div>
  );
}
