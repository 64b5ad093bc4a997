import { createFinder, type EditList } from './edit-list.ts';

const COMMENTS = [
  { open: '{{/*', close: '*/}}', isAtWordStart: false },
  // MDX, and Docusaurus in Markdown.
  { open: '{/*', close: '*/}', isAtWordStart: false },
  // Obsidian.
  { open: '%%', close: '%%', isAtWordStart: true },
] as const;

/** Removes comments that only the writer sees. */
export function removeComments(list: EditList): void {
  const { text } = list;
  for (const { open, close, isAtWordStart } of COMMENTS) {
    const findClose = createFinder(text, close);
    let start = text.indexOf(open);
    while (start !== -1) {
      const end = findClose(start + open.length);
      if (end === -1) break;
      const isComment =
        !isAtWordStart || (/^\s?$/.test(text.charAt(start - 1)) && /^\W?$/.test(text.charAt(end + close.length)));
      if (isComment && list.isFree(start, start + 1)) list.replace(start, end + close.length, '');
      start = text.indexOf(open, isComment ? end + close.length : start + open.length);
    }
  }
}

/** The id of a paragraph at its end: `^block1`. */
const BLOCK_ID = /(?<=\S)[ \t]+\^[a-z\d-]{1,40}[ \t]*$/gim;
const INLINE_NOTE = /[ \t]?\^\[([^[\]\n]{1,1000})\]/g;

/** Removes the ids of paragraphs of Obsidian, and puts its inline footnotes into parentheses. */
export function translateNoteMarks(list: EditList): void {
  for (const { 0: all, index } of list.text.matchAll(BLOCK_ID)) list.replace(index, index + all.length, '');
  for (const { 0: all, 1: note = '', index } of list.text.matchAll(INLINE_NOTE)) {
    const start = index + all.indexOf('[') + 1;
    if (list.replace(index, start, ' (')) list.replace(start + note.length, index + all.length, ')');
  }
}

const HIGHLIGHT = /(?<![\w=/&?.:-])==(?![\s=])([^=\n]{1,1000}?)(?<!\s)==(?![=\w])/g;

/** Translates `==highlighted==` text. */
export function translateMarks(list: EditList): void {
  if (!list.text.includes('==')) return;
  for (const { 0: all, index } of list.text.matchAll(HIGHLIGHT)) {
    const end = index + all.length;
    if (!list.isFree(index, index + 2) || !list.isFree(end - 2, end)) continue;
    list.replace(index, index + 2, '<mark>');
    list.replace(end - 2, end, '</mark>');
  }
}
