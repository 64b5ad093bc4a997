import { useQuery } from '@tanstack/react-query';
import { articlePath } from '../../../../model/addresses/permalinks.ts';
import type { Article } from '../../../../model/article.ts';
import { headQuery } from '../../../data/queries.ts';
import { useSite } from '../../../data/site-context.ts';
import { languageAttributes } from '../../../i18n/language-attributes.ts';
import { interfaceAttributes } from '../../../i18n/locale.ts';
import { AppLink } from '../../../navigation/app-link.tsx';
import { Byline } from '../../card/byline.tsx';
import { PublishedDate } from '../../card/published-time.tsx';
import { latestStrings } from './latest-strings.ts';
import './latest-list.css';

interface LatestListProps {
  /** The slug of the topic. */
  topic: string;
  /** The article of the page. It and the stories that it lists are left out. */
  article: Pick<Article, 'slug' | 'related' | 'nearest' | 'coverage'>;
}

/** As many as `.latest-list` has space for. */
const MAX_SHOWN = 3;

/** The newest stories of a topic. Empty if they fail to load: the link above leads to them. */
export default function LatestList({ topic, article }: LatestListProps) {
  const { site } = useSite();
  const { data: head } = useQuery(headQuery({ kind: 'topic', slug: topic }));
  const { related, nearest = [], coverage } = article;
  const listed = [article, ...related, ...nearest, ...(coverage?.reports ?? [])].map(({ slug }) => slug);
  const stories = head?.articles.filter(({ slug }) => !listed.includes(slug)).slice(0, MAX_SHOWN) ?? [];
  if (head && stories.length === 0)
    return (
      <p className="note pt-3" {...interfaceAttributes}>
        {latestStrings.noOthers}
      </p>
    );
  return (
    <ul>
      {stories.map(({ slug, title, lang: language, provider, authors, publishedAt }) => {
        const { lang, dir } = languageAttributes(language, site);
        return (
          <li key={slug} className="related-card" dir={dir}>
            <h3 lang={lang}>
              <AppLink to={articlePath(slug)}>{title}</AppLink>
            </h3>
            <Byline provider={provider} authors={authors}>
              <PublishedDate at={publishedAt} />
            </Byline>
          </li>
        );
      })}
    </ul>
  );
}
