import type { KeptArticle } from '../document/kept-article.ts';
import type { SavedStory } from '../document/reader-document.ts';

/** A saved story for an export. */
export interface ExportedStory extends SavedStory {
  slug: string;
  /** The address of its page on this site. */
  pageUrl: string;
  kept: KeptArticle | undefined;
}

/** The address of the source, or of the page on this site for a story that has only a body. */
export const storyUrl = ({ originUrl, ampUrl, pageUrl }: ExportedStory): string => originUrl ?? ampUrl ?? pageUrl;

/** Escapes text for HTML and XML. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
