import type { Summary } from '../../../model/article.ts';
import type { Video } from '../../../model/body.ts';
import type { languageAttributes } from '../../i18n/language-attributes.ts';
import { StoryImage } from '../card/story-image.tsx';
import { videoPlayer } from '../video/lazy-video-player.tsx';

interface ArticleFigureProps {
  article: Summary;
  video: Video | undefined;
  /** The attributes of the article's language. */
  language: ReturnType<typeof languageAttributes>;
}

/** The video of an article, or its lead image with the caption. */
export function ArticleFigure({ article, video, language }: ArticleFigureProps) {
  const { image, provider, title } = article;
  if (video) {
    return <videoPlayer.View video={video} image={image} title={title} />;
  }
  if (!image) return null;
  return (
    <figure className="figure" {...language}>
      <StoryImage image={image} provider={provider} priority="lead" alt={image.alt} />
      {image.caption && <figcaption>{image.caption}</figcaption>}
    </figure>
  );
}
