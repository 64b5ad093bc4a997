import { useState } from 'react';
import type { Image } from '../../../model/image.ts';
import type { Provider } from '../../../model/provider.ts';
import { imageUrl } from '../../data/image-url.ts';

const LARGE_WIDTH = 600;
const LANDSCAPE = 1.2;

interface StoryPictureProps {
  image: Image;
  provider?: Provider | undefined;
  /** `lead` is fetched first, `early` with the page, `late` when it comes near. */
  priority?: 'lead' | 'early' | 'late';
}

/**
 * A story's picture in a box of fixed shape. A picture that does not come leaves a plate with the provider's name in
 * the same box.
 */
export function StoryPicture({ image, provider, priority = 'late' }: StoryPictureProps) {
  const url = imageUrl(image);
  const [failedUrl, setFailedUrl] = useState<string>();
  if (failedUrl === url) return <PicturePlate provider={provider} />;
  return (
    <span className="picture" data-fit={isLandscape(image) ? 'cover' : 'contain'}>
      <img
        key={url}
        ref={(element) => {
          if (element && hasFailed(element)) setFailedUrl(url);
        }}
        src={url}
        alt=""
        width={image.width}
        height={image.height}
        loading={priority === 'late' ? 'lazy' : 'eager'}
        fetchPriority={priority === 'lead' ? 'high' : 'auto'}
        decoding="async"
        onError={() => setFailedUrl(url)}
      />
    </span>
  );
}

/** Whether a picture failed before the app was there, by the mark of the script in `index.html`. */
export const hasFailed = ({ dataset }: HTMLImageElement): boolean => dataset.failed !== undefined;

function PicturePlate({ provider }: { provider: Provider | undefined }) {
  return (
    <span className="picture picture-plate" aria-hidden="true">
      {provider?.name}
    </span>
  );
}

/** Whether a picture may be shown large. */
export const isLarge = (image: Image | undefined): boolean =>
  image !== undefined && (image.width ?? 0) >= LARGE_WIDTH && isLandscape(image);

const isLandscape = ({ width, height }: Image): boolean => !width || !height || width / height >= LANDSCAPE;
