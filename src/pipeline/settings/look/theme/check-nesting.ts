import { MAX_DEPTH } from '../../../diagnostics/syntax-diagnostic.ts';
import { findUnclosedComment } from './mask-css.ts';
import type { Locate, ThemeFault } from './theme-fault.ts';

const CLOSING: Record<string, string> = { '{': '}', '(': ')', '[': ']' };

/**
 * Finds the first brace or bracket without its counterpart, a comment without an end, and nesting that is too deep for the
 * parser. A sheet with an open brace is valid, but not what was meant.
 */
export function checkNesting(text: string, masked: string, locate: Locate): ThemeFault | undefined {
  const open: { character: string; offset: number }[] = [];
  const faultAt = (offset: number, message: string, code = 'bad-css'): ThemeFault => ({
    severity: 'error',
    code,
    message,
    ...locate(offset),
  });
  const comment = findUnclosedComment(text);
  if (comment !== undefined) return faultAt(comment, 'Expected `*/` after the comment, found the end of the file.');
  for (const { 0: character, index: offset } of masked.matchAll(/[{}()[\]]/g)) {
    if (character in CLOSING) {
      if (open.push({ character, offset }) > MAX_DEPTH)
        return faultAt(offset, `Expected at most ${MAX_DEPTH} levels of nesting, found more.`, 'too-deep');
      continue;
    }
    const last = open.pop();
    if (last === undefined) return faultAt(offset, `Expected nothing to close here, found \`${character}\`.`);
    if (CLOSING[last.character] !== character)
      return faultAt(last.offset, unclosed(last.character, `\`${character}\``));
  }
  const last = open.at(-1);
  return last && faultAt(last.offset, unclosed(last.character, 'the end of the file'));
}

const unclosed = (character: string, found: string): string =>
  `Expected \`${CLOSING[character]}\` after this \`${character}\`, found ${found}.`;
