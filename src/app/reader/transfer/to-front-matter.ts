import type { BodyNode } from '../../../model/body.ts';
import { type ExportedStory, escapeHtml } from './saved-stories.ts';

/** The path of the content file of a saved story. */
export const frontMatterPath = ({ slug }: ExportedStory): string => `${slug}.md`;

/**
 * A saved story as a content file: front matter, and the body as HTML, which this program reads. Values are JSON, which
 * is valid YAML.
 */
export function toFrontMatter(story: ExportedStory): string {
  const { provider, kept, ampCacheUrl } = story;
  const fields: Record<string, unknown> = {
    title: story.title,
    publishedDateTime: story.publishedAt,
    updatedDateTime: story.updatedAt,
    webUrl: story.originUrl,
    ampWebUrl: story.ampUrl,
    cdnAmpWebUrl: ampCacheUrl === true ? undefined : ampCacheUrl,
    excerpt: story.hasMadeExcerpt ? undefined : story.excerpt,
    type: story.kind === 'article' ? undefined : story.kind,
    locale: story.lang,
    provider,
    authors: story.authors,
    topics: story.topics.map(({ name }) => name),
    related: kept?.related.map(({ title, originUrl, ampUrl, publishedAt, provider: source }) => ({
      title,
      webUrl: originUrl,
      ampWebUrl: ampUrl,
      publishedDateTime: publishedAt,
      provider: source,
    })),
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const body = kept?.body ? `\n${kept.body.map(toHtml).join('\n\n')}\n` : '';
  return `---\n${lines.join('\n')}\n---\n${body}`;
}

const VOID = new Set(['br', 'hr', 'img']);

function toHtml(node: BodyNode): string {
  if (typeof node === 'string') return escapeHtml(node);
  const { tag, href, to, start, colSpan, rowSpan, children = [], video } = node;
  if (video) return escapeHtml(videoUrl(video));
  const attributes = Object.entries({ href: href ?? to, start, colspan: colSpan, rowspan: rowSpan })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`);
  const open = `<${tag}${attributes.join('')}>`;
  return VOID.has(tag) ? open : `${open}${children.map(toHtml).join('')}</${tag}>`;
}

const videoUrl = ({ host, id }: { host: 'youtube' | 'vimeo'; id: string }): string =>
  `https://${host === 'youtube' ? 'youtu.be' : 'vimeo.com'}/${id}`;
