import { useState } from 'react';
import type { Image } from '../../../model/image.ts';
import type { Provider } from '../../../model/provider.ts';
import { imageUrl } from '../../data/image-url.ts';

const LARGE_WIDTH = 600;
const LANDSCAPE = 1.2;

interface StoryImageProps {
  image: Image;
  provider?: Provider | undefined;
  /** `lead` is fetched with high priority, `early` with the page, `late` lazily. */
  priority?: 'lead' | 'early' | 'late';
  /** Empty on cards, whose headline says what the story is about. */
  alt?: string | undefined;
}

/**
 * The image of a story, in a box whose shape the style sheet gives. If the image fails to load, the box has a placeholder
 * with the name of the provider. A large box keeps its height if the reader has seen it, so that nothing shifts.
 */
export function StoryImage({ image, provider, priority = 'late', alt = '' }: StoryImageProps) {
  const url = imageUrl(image);
  const [failure, setFailure] = useState<{ url: string; mark: string | undefined }>();
  const fail = (mark: string | undefined): void => {
    failedUrls.add(url);
    setFailure({ url, mark });
  };
  if (failure?.url === url) {
    return (
      <span className="picture picture-plate" data-failed={failure.mark} aria-hidden="true">
        {provider?.name}
      </span>
    );
  }
  return (
    <img
      key={url}
      className="picture"
      ref={(element) => {
        if (element && hasImageFailed(element)) fail(element.dataset.failed);
      }}
      src={url}
      alt={alt}
      loading={priority === 'late' ? 'lazy' : undefined}
      fetchPriority={priority === 'lead' ? 'high' : undefined}
      onError={({ currentTarget }) => fail(currentTarget.getBoundingClientRect().top > innerHeight ? 'early' : '')}
    />
  );
}

/**
 * Whether an image failed before hydration. The script in `index.html` marks those: React misses their `error`. The mark
 * is `early` if that was before the first paint.
 */
export const hasImageFailed = ({ dataset }: HTMLImageElement): boolean => dataset.failed !== undefined;

const failedUrls = new Set<string>();
let droppedUrls: ReadonlySet<string> = new Set();

/** Drops the images that have failed so far. A list calls it once, so that the forms of its stories do not change. */
export function dropFailedImages(): void {
  droppedUrls = new Set(failedUrls);
}

/** The image of a story, unless it has been dropped. */
export const keptImage = (image: Image | undefined): Image | undefined =>
  image && !droppedUrls.has(imageUrl(image)) ? image : undefined;

/** Whether an image may be shown large. */
export const isLarge = (image: Image | undefined): boolean =>
  image !== undefined && (image.width ?? 0) >= LARGE_WIDTH && isLandscape(image);

const isLandscape = ({ width, height }: Image): boolean => !width || !height || width / height >= LANDSCAPE;
