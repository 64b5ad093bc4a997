import type { Summary, Video } from '../../model/article.ts';
import { StoryPicture } from './story-picture.tsx';
import { VideoPlayer } from './video-player.tsx';

/** An article's video, or its lead image with the caption. */
export function ArticleFigure({ article, video }: { article: Summary; video: Video | undefined }) {
  const { image, provider, title } = article;
  if (video) return <VideoPlayer video={video} image={image} title={title} />;
  if (!image) return null;
  return (
    <figure className="figure">
      <StoryPicture image={image} provider={provider} priority="lead" />
      {image.caption && <figcaption dir="auto">{image.caption}</figcaption>}
    </figure>
  );
}
