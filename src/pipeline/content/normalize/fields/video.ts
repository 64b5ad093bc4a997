import type { Video } from '../../../../model/body.ts';
import { parseUrl } from '../values/clean-url.ts';
import { isMapping } from '../values/read-value.ts';

const PLAYERS: Readonly<Partial<Record<string, string>>> = {
  youtube: 'https://www.youtube.com/embed/',
  vimeo: 'https://player.vimeo.com/video/',
};

/** The URL of the player in the fields `id` and `provider` of a Jekyll theme; empty for any other value. */
export function playerUrl(value: unknown): string {
  const { id, provider } = isMapping(value) ? value : {};
  const isKnown = typeof provider === 'string' && Object.hasOwn(PLAYERS, provider) && typeof id === 'string';
  return isKnown ? `${PLAYERS[provider]}${id}` : '';
}

/**
 * Parses the video in an embed code. The code is never used as markup: only the host and the id of the first URL of a
 * known player are kept.
 */
export function parseVideo(embed: string): Video | undefined {
  for (const [address] of embed.matchAll(/(?:https?:)?\/\/[^\s"'<>\\]+/gi)) {
    const video = videoOf(address.replaceAll('&amp;', '&'));
    if (video) return video;
  }
  return undefined;
}

function videoOf(address: string): Video | undefined {
  const absolute = address.startsWith('//') ? `https:${address}` : address;
  const url = parseUrl(absolute);
  if (!url) return undefined;
  const { hostname, pathname, searchParams } = url;
  const [first = '', second = ''] = pathname.split('/').filter(Boolean);
  switch (hostname.replace(/^(?:www|m)\./, '')) {
    case 'youtube.com':
    case 'youtube-nocookie.com':
      return youtube(/^(?:embed|shorts|live|v)$/.test(first) ? second : (searchParams.get('v') ?? ''));
    case 'youtu.be':
      return youtube(first);
    case 'player.vimeo.com':
      return vimeo(first === 'video' ? second : '');
    case 'vimeo.com':
      return vimeo(first);
    default:
      return undefined;
  }
}

const youtube = (id: string): Video | undefined => (/^[\w-]{11}$/.test(id) ? { host: 'youtube', id } : undefined);

const vimeo = (id: string): Video | undefined => (/^\d{1,12}$/.test(id) ? { host: 'vimeo', id } : undefined);
