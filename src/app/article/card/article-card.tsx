import { type ComponentType, memo, useContext } from 'react';
import { articlePath } from '../../../model/addresses/permalinks.ts';
import type { Summary } from '../../../model/article.ts';
import { useSite } from '../../data/site-context.ts';
import { languageAttributes } from '../../i18n/language-attributes.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import type { LinkKind } from '../source-links/story-links.ts';
import type { CardToolsProps } from '../tools/card-tools.tsx';
import { Byline } from './byline.tsx';
import { CardFooter } from './card-footer.tsx';
import { Kicker, KickerPlaceholder } from './kicker.tsx';
import { longWords } from './long-words.ts';
import { PublishedTime } from './published-time.tsx';
import { isLarge, keptImage, StoryImage } from './story-image.tsx';
import { TextMarker } from './text-marker.ts';

export interface ArticleCardProps {
  article: Summary;
  /** See `useCurrentTime`. */
  now: number | undefined;
  /** The kind of link that the reader prefers. */
  preferred: LinkKind;
  /** See `StoryImage`. */
  priority?: 'lead' | 'early' | 'late';
  /** The slug of the topic, on a topic page. */
  pageTopic?: string | undefined;
  isRead?: boolean;
  isSaved?: boolean;
  /** The buttons of the card, once their code has loaded. */
  Tools?: ComponentType<CardToolsProps> | undefined;
  /** Whether the card is under the heading of its day. */
  showTime?: boolean;
}

/**
 * An article in a list. Its form (lead, feature, card) is chosen by `collection.css`. What changes comes as props: with
 * a subscription in each card a long list is slow to mount and unmount.
 */
export const ArticleCard = memo(function ArticleCard(props: ArticleCardProps) {
  const { article, now, preferred, priority = 'late', pageTopic, showTime = false } = props;
  const { isRead = false, isSaved = false, Tools } = props;
  const { site } = useSite();
  const kickerPlaceholder = useContext(KickerPlaceholder);
  const mark = useContext(TextMarker);
  const { lang, dir } = languageAttributes(article.lang, site);
  const image = keptImage(article.image);
  return (
    <article
      className={isLarge(image) ? 'card large' : 'card'}
      data-read={isRead || undefined}
      data-topics={article.topics.map(({ slug }) => slug).join(' ') || undefined}
      // Its parts follow the direction of the story, its texts of the interface keep their language.
      dir={dir}
    >
      {kickerPlaceholder ?? <Kicker article={article} pageTopic={pageTopic} />}
      <h3 className="headline" lang={lang} data-words={longWords(article.title)}>
        <AppLink to={articlePath(article.slug)}>{mark(article.title)}</AppLink>
      </h3>
      <Byline provider={article.provider} authors={article.authors}>
        <PublishedTime at={article.publishedAt} now={now} showTime={showTime} />
      </Byline>
      {article.excerpt && (
        <p className="excerpt" lang={lang}>
          {mark(article.excerpt)}
        </p>
      )}
      {image && <StoryImage image={image} provider={article.provider} priority={priority} />}
      <CardFooter story={article} preferred={preferred} isInMenu={Tools !== undefined} isHydrated={now !== undefined} />
      {isRead && (
        <span className="read-mark" {...interfaceAttributes}>
          {strings.read}
        </span>
      )}
      {Tools && <Tools article={article} preferred={preferred} isSaved={isSaved} isRead={isRead} />}
    </article>
  );
});
