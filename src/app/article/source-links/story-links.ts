import { useEffect } from 'react';
import { deriveAmpCacheUrl } from '../../../model/amp-cache.ts';
import type { Story } from '../../../model/story.ts';
import { safeUrl } from '../../data/safe-url.ts';
import { useSetting } from '../../reader/state/use-reader.ts';

/** The kinds of links that a story can have, in the order in which they are listed. */
const LINK_KINDS = ['origin', 'amp', 'ampCache'] as const;

export type LinkKind = (typeof LINK_KINDS)[number];

export interface StoryLink {
  kind: LinkKind;
  url: string;
  /** Without `www.`. */
  host: string;
}

/** The links of a story, in the order of `LINK_KINDS`. A story that has only a body has none. */
export function storyLinks(story: Pick<Story, 'originUrl' | 'ampUrl' | 'ampCacheUrl'>): StoryLink[] {
  const ampCacheUrl = story.ampCacheUrl === true ? story.ampUrl && deriveAmpCacheUrl(story.ampUrl) : story.ampCacheUrl;
  const urls = { origin: story.originUrl, amp: story.ampUrl, ampCache: ampCacheUrl };
  return LINK_KINDS.flatMap((kind) => {
    const url = safeUrl(urls[kind]);
    return url ? [{ kind, url, host: hostOf(url) }] : [];
  });
}

/** The link of the preferred kind, else the first one. */
export function selectLink(links: StoryLink[], preferred: LinkKind): StoryLink | undefined {
  return links.find((link) => link.kind === preferred) ?? links[0];
}

/** The kind of link that the reader prefers. */
export function usePreferredLinkKind(): LinkKind {
  // The inline script in `index.html` hides source links until the preferred ones are rendered.
  useEffect(() => {
    delete document.documentElement.dataset.link;
  }, []);
  return parseLinkKind(useSetting('link'));
}

const parseLinkKind = (value: string | undefined): LinkKind => LINK_KINDS.find((kind) => kind === value) ?? 'origin';

/** The pipeline has validated the URL, so the host is between the second and the third slash. */
export const hostOf = (url: string): string => (url.split('/', 3)[2] ?? '').replace(/^www\./, '');
