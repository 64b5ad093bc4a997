import { memo } from 'react';
import type { Summary } from '../../../model/article.ts';
import { articlePath } from '../../../model/permalinks.ts';
import { textDirection } from '../../../model/text-direction.ts';
import { useSite } from '../../data/site-context.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import type { LinkKind } from '../source-links/story-links.ts';
import { Byline } from './byline.tsx';
import { CardFooter } from './card-footer.tsx';
import { Kicker } from './kicker.tsx';
import { PublishedTime } from './published-time.tsx';
import { isLarge, StoryPicture } from './story-picture.tsx';

interface ArticleCardProps {
  article: Summary;
  /** What time it is, in milliseconds; see `useNow`. */
  now: number | undefined;
  /** Which address the reader wants to read at. */
  preferred: LinkKind;
  /** How soon its picture is wanted. */
  priority?: 'lead' | 'early' | 'late';
  /** The slug of the topic whose page the card stands on. */
  within?: string | undefined;
  /** Whether the reader has opened it. */
  isRead?: boolean;
  /** Whether it stands under the heading of its day. */
  isOfDay?: boolean;
}

/**
 * An article in a feed. Its form (lead, feature, card) is CSS alone: see `feed.css`. The list tells it what changes: cards
 * that listen by themselves make a list slow to come and to go.
 */
export const ArticleCard = memo(function ArticleCard(props: ArticleCardProps) {
  const { article, now, preferred, priority = 'late', within, isRead = false, isOfDay = false } = props;
  const { site } = useSite();
  const lang = article.lang ?? site.language;
  return (
    <article
      className="card"
      lang={article.lang}
      dir={textDirection(lang)}
      data-picture={pictureSize(article)}
      data-read={isRead || undefined}
    >
      <Kicker article={article} within={within} />
      <h3 className="headline" dir="auto">
        <AppLink to={articlePath(article.slug)}>{article.title}</AppLink>
      </h3>
      <Byline provider={article.provider}>
        <PublishedTime at={article.publishedAt} now={now} isOfDay={isOfDay} />
      </Byline>
      {article.excerpt && (
        <p className="excerpt" dir="auto">
          {article.excerpt}
        </p>
      )}
      {article.image && <StoryPicture image={article.image} provider={article.provider} priority={priority} />}
      <CardFooter story={article} preferred={preferred} />
      {isRead && <span className="read-mark">{strings.read}</span>}
    </article>
  );
});

const pictureSize = ({ image }: Summary): 'large' | 'small' | 'none' => {
  if (!image) return 'none';
  return isLarge(image) ? 'large' : 'small';
};
