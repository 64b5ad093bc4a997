import { type EditList, escapeHtml } from './edit-list.ts';

/** `.class`, `#id`, `key=value`. */
const ATTRIBUTES = String.raw`[ \t]*(?:[.#][^\s{}]+|[\w-]+=(?:"[^"\n{}]*"|'[^'\n{}]*'|[^\s{}"']+))(?:[ \t]+(?:[.#][^\s{}]+|[\w-]+=(?:"[^"\n{}]*"|'[^'\n{}]*'|[^\s{}"']+)))*[ \t]*`;
/** On a line of its own: `{: .class}`, `{:toc}`, `{.class}`. Before it a list item that the table of contents replaces. */
const OWN_LINE = new RegExp(
  String.raw`(?:^[ \t]*(?:[*+-]|\d+\.)[ \t]+\S[^\n]{0,80}\n)?^[ \t>]*(?:\{:[^{}\n]*\}|\{${ATTRIBUTES}\})[ \t]*$`,
  'gm',
);
const HEADING = /^[ \t>]*#{1,6}[ \t][^\n]*\}[ \t]*#*[ \t]*$|^[^\n]*\}[ \t]*(?=\n[ \t]*(?:=+|-+)[ \t]*$)/gm;
/** At the end of a heading: `## Title {#id}`, `## Title {: #id}`. */
const IN_HEADING = new RegExp(String.raw`^\{:?${ATTRIBUTES}\}`);
/** After a link, a picture, or marked text. */
const AFTER_TEXT = new RegExp(String.raw`(?<=[)*_\`~\]>])(?:\{:[^{}\n]*\}|\{${ATTRIBUTES}\})`, 'g');
const TABLE_OF_CONTENTS = /^[ \t]*(?:\[TOC\]|\[\[_?TOC_?\]\]|\$\{toc\})[ \t]*$/gim;

/**
 * Removes the attribute lists of kramdown, Hugo and Pandoc, and the marks of tables of contents. The id of a heading is
 * kept, as an anchor in the heading.
 */
export function translateAttributeLists(list: EditList): void {
  const { text } = list;
  for (const { 0: heading, index } of text.matchAll(HEADING)) {
    const start = heading.lastIndexOf('{');
    const attributes = start > 0 ? IN_HEADING.exec(heading.slice(start))?.[0] : undefined;
    const spaceStart = heading.slice(0, Math.max(start, 0)).trimEnd().length;
    if (attributes !== undefined)
      list.replace(index + spaceStart, index + start + attributes.length, anchorOf(attributes));
  }
  for (const { 0: all, index } of text.matchAll(OWN_LINE)) {
    const attributesStart = index + all.lastIndexOf('{');
    const isContents = all.includes('toc}') || /\{:\s*toc/.test(all);
    const start = isContents ? index : attributesStart;
    const anchor = headingBefore(text, attributesStart)
      ? anchorOf(text.slice(attributesStart, index + all.length))
      : '';
    // The line end before the list goes too, so that it does not split what is around it.
    const lineEnd = anchor === '' ? start : text.lastIndexOf('\n', attributesStart);
    list.replace(lineEnd, index + all.length, anchor);
  }
  for (const { 0: all, index } of text.matchAll(AFTER_TEXT)) list.replace(index, index + all.length, '');
  for (const { 0: all, index } of text.matchAll(TABLE_OF_CONTENTS)) list.replace(index, index + all.length, '');
}

const MAX_LINE = 1_000;

/** Whether the line before an offset is a heading. */
function headingBefore(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - MAX_LINE), offset).split('\n');
  return /^[ \t>]*#{1,6}[ \t]/.test(before.at(-2) ?? '');
}

function anchorOf(attributes: string): string {
  const id = /#([^\s{}]+)/.exec(attributes)?.[1];
  return id === undefined ? '' : `<a id="${escapeHtml(id)}"></a>`;
}
