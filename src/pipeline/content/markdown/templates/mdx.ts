import type { EditList } from './edit-list.ts';

/** A statement of JavaScript: from its first line to a blank line. */
const STATEMENT =
  /^(import|export)(?=[ \t{*'"])(?=[^\n]*(?:['"]|[{=(]|\b(?:default|const|let|function)\b))[^\n]*(?:\n(?![ \t]*(?:\n|$))[^\n]*)*/gm;
/** A tag of a component, or a tag with values in braces. */
const TAG =
  /<(\/?)([A-Za-z][\w.]*)((?:\s+[^\s<>{}"'=]+(?:=(?:"[^"<>]*"|'[^'<>]*'|\{[^<>{}]*\}|\{\{[^<>{}]*\}\}))?|\s*\{[^<>{}]*\})*)\s*(\/?)>/g;
const FRAGMENT = /<\/?>/g;
const EXPRESSION = /\{[^{}\n]*\}/g;

/** Removes the code of an MDX file: imports, exports, components and expressions. The content of components stays. */
export function translateMdx(list: EditList): void {
  const { text } = list;
  for (const { 0: all, 1: keyword = '', index } of text.matchAll(STATEMENT)) {
    if (list.replace(index, index + all.length, ''))
      list.addLoss({ found: keyword, expected: 'Markdown', outcome: 'the statement is left out', offset: index });
  }
  for (const { 0: all, 1: slash, 2: name = '', 3: attributes = '', 4: end, index } of text.matchAll(TAG)) {
    const isComponent = /^[A-Z]/.test(name) || name.includes('.');
    if (!isComponent && !attributes.includes('{')) continue;
    const kept = isComponent
      ? ''
      : `<${name}${attributes.replace(/\s*[^\s{}=]*=?\{[^<>]*?\}+/g, '')}${end === '/' ? ' /' : ''}>`;
    if (list.replace(index, index + all.length, kept) && isComponent && slash !== '/') {
      const outcome = end === '/' ? 'it is left out' : 'only its content is shown';
      list.addLoss({ found: `<${name}>`, expected: 'Markdown or HTML', outcome, offset: index });
    }
  }
  for (const { 0: all, index } of text.matchAll(FRAGMENT)) list.replace(index, index + all.length, '');
  for (const { 0: all, index } of text.matchAll(EXPRESSION)) {
    // Template tags and attribute lists are translated later.
    if (/^\{[%:#.]/.test(all) || text.charAt(index - 1) === '{') continue;
    if (list.replace(index, index + all.length, ''))
      list.addLoss({ found: all, expected: 'Markdown', outcome: 'it is left out', offset: index });
  }
}
