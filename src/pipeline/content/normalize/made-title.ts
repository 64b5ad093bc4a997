import type { BodyNode } from '../../../model/body.ts';
import { plainText } from './values/plain-text.ts';

/** A title for an article whose front matter has none, and its body without that title. */
interface MadeTitle {
  title: string;
  body: BodyNode[];
  /** Where the title is from. */
  from: 'heading' | 'file';
}

/**
 * Makes the title of an article: its first heading of level 1, which is then not a part of the body, else the name of its
 * file in words. `markdown` is the source of `body`.
 */
export function makeTitle(file: string, markdown: string, body: BodyNode[]): MadeTitle {
  const index = LEVEL_1.test(markdown) ? body.findIndex(isFirstLevel) : -1;
  const title = index === -1 ? '' : plainText(textOf(body[index]));
  if (title !== '') return { title, body: body.toSpliced(index, 1), from: 'heading' };
  return { title: nameInWords(file), body, from: 'file' };
}

/** The body without the heading of level 1 with which it begins. Docusaurus shows the title of the front matter instead. */
export function withoutTitle(markdown: string, body: BodyNode[]): BodyNode[] {
  const [first] = body;
  return first !== undefined && isFirstLevel(first) && STARTS_WITH_LEVEL_1.test(markdown) ? body.slice(1) : body;
}

const STARTS_WITH_LEVEL_1 = /^\s*(?:# |[^\n]+\n=+[ \t]*(?:\n|$))/;

/** A line of `# Heading`, or one that is underlined with `=`. */
const LEVEL_1 = /^ {0,3}#[ \t]+\S|^[^\n]*\S[^\n]*\n {0,3}=+[ \t]*$|<h1[\s>]/im;

/** The highest headings of a body are `h2`: the title of the page is its only `h1`. */
const isFirstLevel = (node: BodyNode): boolean => typeof node !== 'string' && node.tag === 'h2';

const textOf = (node: BodyNode | undefined): string => {
  if (node === undefined || typeof node === 'string') return node ?? '';
  return (node.children ?? []).map(textOf).join('');
};

/** `2026-02-03-fair_opens.md` is `Fair opens`. A date alone stays as it is. */
function nameInWords(file: string): string {
  const segments = file.replace(/\.[^./]+$/, '').split('/');
  const name = segments.length > 1 && segments.at(-1) === 'index' ? segments.at(-2) : segments.at(-1);
  if (/^\d{4}([-_.])\d{1,2}\1\d{1,2}$/.test(name ?? '')) return name ?? '';
  const undated = (name ?? '').replace(/^\d{4}[-_.]\d{1,2}[-_.]\d{1,2}[-_. ]+(?=.)/, '');
  const words = plainText(undated.normalize('NFC').replace(/[-_\s]+/g, ' '));
  return words.charAt(0).toUpperCase() + words.slice(1) || file;
}
