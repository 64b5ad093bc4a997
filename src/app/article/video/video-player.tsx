import { useState } from 'react';
import type { Video } from '../../../model/body.ts';
import type { Image } from '../../../model/image.ts';
import { textDirection } from '../../../model/text/text-direction.ts';
import { useSite } from '../../data/site-context.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { PathIcon } from '../../ui/icon.tsx';
import { StoryImage } from '../card/story-image.tsx';
import { videoStrings } from './video-strings.ts';
import './video-player.css';

const PLAY = 'M7 5v10l8-5z';

const PLAYERS = {
  youtube: { host: 'www.youtube-nocookie.com', path: (id: string) => `/embed/${id}?autoplay=1` },
  vimeo: { host: 'player.vimeo.com', path: (id: string) => `/video/${id}?autoplay=1&dnt=1` },
} as const;

export interface VideoPlayerProps {
  video: Video;
  image: Image | undefined;
  title: string;
}

/** A video. Makes no request to its host before the reader presses play. */
export default function VideoPlayer({ video, image, title }: VideoPlayerProps) {
  const { language: siteLanguage } = useSite().site;
  // A video in the text of a story is in an element in the language of the story.
  const language = { lang: siteLanguage, dir: textDirection(siteLanguage), ...interfaceAttributes };
  const [isPlaying, setIsPlaying] = useState(false);
  const { host, path } = PLAYERS[video.host];
  if (isPlaying) {
    return (
      <iframe
        className="video"
        src={`https://${host}${path(video.id)}`}
        title={videoStrings.title({ title })}
        allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
        referrerPolicy="strict-origin-when-cross-origin"
        ref={(iframe) => iframe?.focus()}
      />
    );
  }
  return (
    <figure className="figure">
      <div className="video">
        {image && <StoryImage image={image} priority="lead" />}
        <button type="button" className="video-play" onClick={() => setIsPlaying(true)} {...language}>
          <PathIcon path={PLAY} />
          {videoStrings.play}
        </button>
      </div>
      <figcaption className="needs-script" {...language}>
        {videoStrings.playNote({ host })}
      </figcaption>
    </figure>
  );
}
