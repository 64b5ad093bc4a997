import { isImagePath } from '../../images/read-local-file.ts';
import type { EditList } from './edit-list.ts';

/** `[[name]]`, `[[name#heading|text]]`, `![[picture.png]]`. In a table the bar is escaped. */
const LINK = /(!?)\[\[([^[\]\n|\\]{0,300})(?:\\?\|([^[\]\n]{0,300}))?\]\](?![([])/g;

/** Translates wiki links to links and pictures whose target is a name, see `NAME_SCHEME`. */
export function translateWikiLinks(list: EditList): void {
  for (const { 0: all, 1: mark = '', 2: target = '', 3: written, index } of list.text.matchAll(LINK)) {
    if (/[\w\\[]/.test(list.text.charAt(index - 1)) || /^\s|\s$|^$/.test(target)) continue;
    const [name = '', heading] = target.split('#');
    const text = (written ?? '').trim();
    const isPicture = mark === '!' && isImagePath(name);
    list.replace(index, index + all.length, isPicture ? picture(name, text) : link(name, heading, text));
  }
}

function picture(name: string, text: string): string {
  // A number is a width in pixels.
  const alt = text === '' || /^\d+(?:x\d+)?$/.test(text) ? '' : text;
  return `![${escapeMarkdown(alt)}](<wiki:${encode(name)}>)`;
}

function link(name: string, heading: string | undefined, text: string): string {
  // Obsidian links to a paragraph by `^` and an id, which pages do not have.
  const fragment = heading === undefined || heading.startsWith('^') ? '' : heading;
  const shown = text || [name, fragment].filter(Boolean).join(' > ');
  const target = name === '' ? `#${encode(fragment)}` : `wiki:${encode(name)}${fragment && `#${encode(fragment)}`}`;
  return `[${escapeMarkdown(shown)}](<${target}>)`;
}

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_<&~!]/g, '\\$&');

const encode = (text: string): string => text.replace(/[<>\\%?#]/g, encodeURIComponent);
