import { Suspense } from 'react';
import type { Summary, Video } from '../../../model/article.ts';
import { StoryPicture } from '../card/story-picture.tsx';
import { videoPlayer } from '../video/lazy-video-player.ts';

/** An article's video, or its lead image with the caption. */
export function ArticleFigure({ article, video }: { article: Summary; video: Video | undefined }) {
  const { image, provider, title } = article;
  if (video) {
    return (
      <Suspense fallback={<div className="figure video" />}>
        <videoPlayer.Page video={video} image={image} title={title} />
      </Suspense>
    );
  }
  if (!image) return null;
  return (
    <figure className="figure">
      <StoryPicture image={image} provider={provider} priority="lead" />
      {image.caption && <figcaption dir="auto">{image.caption}</figcaption>}
    </figure>
  );
}
