import type { BodyElement, BodyNode, BodyTag } from '../../../../model/body.ts';
import type { Site } from '../../../../model/site.ts';
import { imageUrl, publicUrl } from '../../../settings/public-url.ts';
import { videoUrl } from '../shared/video-url.ts';
import { element, escapeMarkup } from '../shared/xml.ts';

interface BodyHtml {
  body: readonly BodyNode[];
  site: Site;
  /** The full URL of the article's page, to which the links inside the body lead. */
  pageUrl: string;
}

/**
 * Writes a body as HTML for feeds: all text is escaped, all URLs are full, and there are no ids, classes or scripts. The
 * elements and attributes are those of the body, so both are known to be harmless.
 */
export function bodyHtml({ body, site, pageUrl }: BodyHtml): string {
  const write = (nodes: readonly BodyNode[] = []): string =>
    nodes.map((node) => (typeof node === 'string' ? escapeMarkup(node) : writeElement(node))).join('');
  const writeElement = (node: BodyElement): string => {
    const { tag, start, align, colSpan, rowSpan, children } = node;
    const content = write(children);
    if (VOID.has(tag)) return `<${tag}>`;
    if (tag === 'a') return link(urlOf(node), content);
    if (tag === 'img') return image(node, site);
    if (tag === 'video') return node.video ? link(videoUrl(node.video), escapeMarkup(videoUrl(node.video))) : '';
    const task = node.checked === undefined ? '' : `${node.checked ? '☑' : '☐'} `;
    const attributes = element(tag, { start, align, colspan: colSpan, rowspan: rowSpan }).slice(0, -2);
    return `${attributes}>${task}${content}</${tag}>`;
  };
  const urlOf = ({ href, to }: BodyElement): string | undefined => {
    if (to !== undefined) return publicUrl(site, to);
    if (href?.startsWith('#')) return pageUrl + href;
    return href === undefined || HAS_SCHEME.test(href) ? href : publicUrl(site, encodeURI(href));
  };
  return write(body);
}

const VOID: ReadonlySet<BodyTag> = new Set(['br', 'hr']);
const HAS_SCHEME = /^(?:https?|mailto|tel):/i;

const link = (href: string | undefined, content: string): string =>
  href === undefined ? content : `<a href="${escapeMarkup(href)}">${content}</a>`;

/** An image. It needs a full URL, so without one its text remains. */
function image({ src = '', alt = '', width, height }: BodyElement, site: Site): string {
  const url = imageUrl(site, { url: src });
  return url === undefined ? escapeMarkup(alt) : `${element('img', { src: url, alt, width, height }).slice(0, -2)}>`;
}
