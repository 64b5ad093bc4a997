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
 * with the name of the provider.
 */
export function StoryImage({ image, provider, priority = 'late', alt = '' }: StoryImageProps) {
  const url = imageUrl(image);
  const [failedUrl, setFailedUrl] = useState<string>();
  if (failedUrl === url) return <ImagePlaceholder provider={provider} />;
  return (
    <img
      key={url}
      className="picture"
      data-fit={isLandscape(image) ? undefined : 'contain'}
      ref={(element) => {
        if (element && hasImageFailed(element)) setFailedUrl(url);
      }}
      src={url}
      alt={alt}
      loading={priority === 'late' ? 'lazy' : undefined}
      fetchPriority={priority === 'lead' ? 'high' : undefined}
      onError={() => setFailedUrl(url)}
    />
  );
}

/** Whether an image failed before hydration. The script in `index.html` marks those: React misses their `error`. */
export const hasImageFailed = ({ dataset }: HTMLImageElement): boolean => dataset.failed !== undefined;

function ImagePlaceholder({ provider }: { provider: Provider | undefined }) {
  return (
    <span className="picture picture-plate" aria-hidden="true">
      {provider?.name}
    </span>
  );
}

/** Whether an image may be shown large. */
export const isLarge = (image: Image | undefined): boolean =>
  image !== undefined && (image.width ?? 0) >= LARGE_WIDTH && isLandscape(image);

const isLandscape = ({ width, height }: Image): boolean => !width || !height || width / height >= LANDSCAPE;
