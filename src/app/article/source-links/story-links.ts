import { useEffect } from 'react';
import { deriveAmpCacheUrl } from '../../../model/amp-cache.ts';
import type { Story } from '../../../model/story.ts';
import { useStored, writeStored } from '../../reader/storage.ts';

/** The three addresses at which a story may be read, in the order in which they are offered. */
export const LINK_KINDS = ['origin', 'amp', 'ampCache'] as const;

export type LinkKind = (typeof LINK_KINDS)[number];

export interface StoryLink {
  kind: LinkKind;
  url: string;
  /** The host as shown, without `www.`. */
  host: string;
}

/** The links a story has, in the order of `LINK_KINDS`. A story with only a body has none. */
export function storyLinks(story: Pick<Story, 'originUrl' | 'ampUrl' | 'ampCacheUrl'>): StoryLink[] {
  const ampCacheUrl = story.ampCacheUrl === true ? story.ampUrl && deriveAmpCacheUrl(story.ampUrl) : story.ampCacheUrl;
  const urls = { origin: story.originUrl, amp: story.ampUrl, ampCache: ampCacheUrl };
  return LINK_KINDS.flatMap((kind) => {
    const url = urls[kind];
    return url ? [{ kind, url, host: hostOf(url) }] : [];
  });
}

/** The link of the preferred kind, else the first there is. */
export function preferLink(links: StoryLink[], preferred: LinkKind): StoryLink | undefined {
  return links.find((link) => link.kind === preferred) ?? links[0];
}

const PREFERENCE = 'link';

/** Which address the reader wants to read at. */
export function usePreferredLink(): LinkKind {
  // The script in `index.html` hides ways out until they are drawn as the reader wants them.
  useEffect(() => {
    delete document.documentElement.dataset.link;
  }, []);
  return asLinkKind(useStored(PREFERENCE));
}

export const setPreferredLink = (kind: LinkKind): void => writeStored(PREFERENCE, kind);

const asLinkKind = (value: string | undefined): LinkKind => LINK_KINDS.find((kind) => kind === value) ?? 'origin';

/** The pipeline has checked the address: its host stands between the second slash and the third. */
export const hostOf = (url: string): string => (url.split('/', 3)[2] ?? '').replace(/^www\./, '');
