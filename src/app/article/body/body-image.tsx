import { useState } from 'react';
import { imageUrl } from '../../data/image-url.ts';
import { hasImageFailed } from '../card/story-image.tsx';

interface BodyImageProps {
  src: string;
  alt: string;
  title: string | undefined;
  width: number | undefined;
  height: number | undefined;
}

/** An image of a text. If it fails to load, its box has its description. */
export function BodyImage({ src, alt, title, width, height }: BodyImageProps) {
  const [hasFailed, setHasFailed] = useState(false);
  if (hasFailed) {
    return (
      <span className="picture-plate" style={{ aspectRatio: `${width ?? 3} / ${height ?? 2}`, maxWidth: width }}>
        {alt}
      </span>
    );
  }
  return (
    <img
      src={imageUrl({ url: src })}
      alt={alt}
      {...{ title, width, height }}
      loading="lazy"
      ref={(element) => {
        if (element && hasImageFailed(element)) setHasFailed(true);
      }}
      onError={() => setHasFailed(true)}
    />
  );
}
