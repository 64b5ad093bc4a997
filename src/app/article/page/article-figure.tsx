import { Suspense } from 'react';
import type { Summary } from '../../../model/article.ts';
import type { Video } from '../../../model/body.ts';
import { StoryImage } from '../card/story-image.tsx';
import { videoPlayer } from '../video/lazy-video-player.ts';

/** The video of an article, or its lead image with the caption. */
export function ArticleFigure({ article, video }: { article: Summary; video: Video | undefined }) {
  const { image, provider, title } = article;
  if (video) {
    return (
      <Suspense fallback={<div className="figure video" />}>
        <videoPlayer.View video={video} image={image} title={title} />
      </Suspense>
    );
  }
  if (!image) return null;
  return (
    <figure className="figure">
      <StoryImage image={image} provider={provider} priority="lead" alt={image.alt} />
      {image.caption && <figcaption>{image.caption}</figcaption>}
    </figure>
  );
}
