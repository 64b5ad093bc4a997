import { isImagePath } from '../../images/read-local-file.ts';
import type { EditList } from './edit-list.ts';

/** `[[name]]`, `[[name#heading|text]]`, `![[picture.png]]`. In a table the bar is escaped. */
const LINK = /(!?)\[\[([^[\]\n|\\]{0,300})(?:\\?\|([^[\]\n]{0,300}))?\]\](?![([])/g;

/**
 * Translates wiki links to links and pictures whose target is a name, see `NAME_SCHEME`. In the blocks of HTML, sorted by
 * offset, they become HTML.
 */
export function translateWikiLinks(list: EditList, htmlBlocks: readonly [start: number, end: number][]): void {
  let block = 0;
  for (const { 0: all, 1: mark = '', 2: target = '', 3: written, index } of list.text.matchAll(LINK)) {
    if (/[\w\\[]/.test(list.text.charAt(index - 1)) || /^\s|\s$|^$/.test(target)) continue;
    const [name = '', heading] = target.split('#');
    const text = (written ?? '').trim();
    const isPicture = mark === '!' && isImagePath(name);
    while (index >= (htmlBlocks[block]?.[1] ?? Number.POSITIVE_INFINITY)) block += 1;
    const write = index >= (htmlBlocks[block]?.[0] ?? Number.POSITIVE_INFINITY) ? HTML : MARKDOWN;
    const translated = isPicture ? picture(name, text, write) : link(name, heading, text, write);
    list.replace(index, index + all.length, translated);
  }
}

/** Writes a link and a picture. */
interface Writer {
  link: (text: string, target: string) => string;
  picture: (alt: string, target: string) => string;
}

function picture(name: string, text: string, write: Writer): string {
  // A number is a width in pixels.
  const alt = text === '' || /^\d+(?:x\d+)?$/.test(text) ? '' : text;
  return write.picture(alt, `wiki:${encode(name)}`);
}

function link(name: string, heading: string | undefined, text: string, write: Writer): string {
  // Obsidian links to a paragraph by `^` and an id, which pages do not have.
  const fragment = heading === undefined || heading.startsWith('^') ? '' : heading;
  const shown = text || [name, fragment].filter(Boolean).join(' > ');
  const target = name === '' ? `#${encode(fragment)}` : `wiki:${encode(name)}${fragment && `#${encode(fragment)}`}`;
  return write.link(shown, target);
}

const MARKDOWN: Writer = {
  link: (text, target) => `[${escapeMarkdown(text)}](<${target}>)`,
  picture: (alt, target) => `![${escapeMarkdown(alt)}](<${target}>)`,
};

const HTML: Writer = {
  link: (text, target) => `<a href="${escapeHtml(target)}">${escapeHtml(text)}</a>`,
  picture: (alt, target) => `<img src="${escapeHtml(target)}" alt="${escapeHtml(alt)}">`,
};

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_<&~!]/g, '\\$&');

const encode = (text: string): string => text.replace(/[<>\\%?#]/g, encodeURIComponent);
