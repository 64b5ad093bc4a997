import { deriveAmpCacheUrl } from '../../../model/amp-cache.ts';
import type { RelatedStory } from '../../../model/article.ts';
import { BODY_ID, type BodyNode, type Video } from '../../../model/body.ts';
import type { SavedStory } from '../document/reader-document.ts';
import { type ExportedStory, escapeHtml } from './saved-stories.ts';

/** The path of the content file of a saved story. */
export const frontMatterPath = ({ slug }: ExportedStory): string => `${slug}.md`;

/**
 * A saved story as a content file: front matter, and the body as HTML, which this program reads. Values are JSON, which
 * is valid YAML.
 */
export function toFrontMatter(story: ExportedStory): string {
  const { kept } = story;
  const fields: Record<string, unknown> = {
    ...storyFields(story),
    excerpt: story.hasMadeExcerpt ? undefined : story.excerpt,
    updatedDateTime: story.updatedAt,
    authors: story.authors,
    topics: story.topics.map(({ name }) => name),
    video: kept?.video && videoUrl(kept.video),
    related: kept?.related.map(storyFields),
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const body = kept?.body ? `\n${kept.body.map(toHtml).join('\n\n')}\n` : '';
  return `---\n${lines.join('\n')}\n---\n${body}`;
}

/** The fields that articles and related stories share. */
const storyFields = (story: SavedStory | RelatedStory): Record<string, unknown> => ({
  title: story.title,
  publishedDateTime: story.publishedAt,
  webUrl: story.originUrl,
  ampWebUrl: story.ampUrl,
  cdnAmpWebUrl: story.ampCacheUrl === true ? deriveAmpCacheUrl(story.ampUrl ?? '') : story.ampCacheUrl,
  excerpt: story.excerpt,
  type: story.kind === 'article' ? undefined : story.kind,
  locale: story.lang,
  provider: story.provider,
});

const VOID = new Set(['br', 'hr', 'img']);

function toHtml(node: BodyNode): string {
  // An empty line would end the HTML.
  if (typeof node === 'string') return escapeHtml(node).replaceAll('\n', '&#10;');
  const { tag, id, href, to, start, align, checked, colSpan, rowSpan, callout, children = [], video } = node;
  if (video) return escapeHtml(videoUrl(video));
  const task = checked === undefined ? '' : `<input type="checkbox"${checked ? ' checked' : ''} disabled> `;
  const values = {
    id: withoutPrefix(id),
    href: withoutPrefix(href) ?? to,
    start,
    align,
    colspan: colSpan,
    rowspan: rowSpan,
    'data-callout': callout,
  };
  const attributes = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`);
  const open = `<${tag}${attributes.join('')}>`;
  return VOID.has(tag) ? open : `${open}${task}${children.map(toHtml).join('')}</${tag}>`;
}

/** Reading a body adds the prefix to ids again. */
const withoutPrefix = (value: string | undefined): string | undefined =>
  value?.replace(new RegExp(`^(#?)${BODY_ID}`), '$1');

const videoUrl = ({ host, id }: Video): string => `https://${host === 'youtube' ? 'youtu.be' : 'vimeo.com'}/${id}`;
