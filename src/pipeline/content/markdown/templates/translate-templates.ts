import type { FolderLayout } from '../../files/folder-layout.ts';
import type { Loss } from '../report/losses.ts';
import { applyEdits, type EditedText } from '../report/source-positions.ts';
import { translateAttributeLists } from './attribute-lists.ts';
import { translateCodeTags } from './code-tags.ts';
import { translateDirectives } from './directives.ts';
import { createEditList } from './edit-list.ts';
import { translateMdx } from './mdx.ts';
import { removeComments, translateMarks, translateNoteMarks } from './small-marks.ts';
import { translateTags } from './translate-tags.ts';
import { closeTags, UNCLOSED_TAG } from './unclosed-tags.ts';
import { translateWikiLinks } from './wiki-links.ts';

const NOTE_SIGNS = /\^(?:\[|[a-z\d-]+[ \t]*$)/im;
const SIGNS = /\{(?:[{%:]|\/\*| ?[.#]|[\w-]{1,20}=)|\[\[|==[^\s=]|%%|^[ \t>]*:::|^[ \t]*\[TOC\]/im;
const MDX = /\.mdx$/i;

/** Whether a body may hold the syntax of another program. `false` for nearly all bodies. */
export const hasTemplates = (body: string, context: TemplateContext): boolean =>
  SIGNS.test(body) ||
  UNCLOSED_TAG.test(body) ||
  isMdx(context) ||
  (context.layout.system === 'Obsidian' && NOTE_SIGNS.test(body));

/** What decides whether a body is MDX. */
interface TemplateContext {
  file: string;
  layout: FolderLayout;
}

/** Docusaurus reads all Markdown files as MDX. */
const isMdx = ({ file, layout }: TemplateContext): boolean => layout.system === 'Docusaurus' || MDX.test(file);

interface TranslateInput {
  context: TemplateContext;
  addLoss: (loss: Loss) => void;
  findRanges: (markdown: string) => MarkdownRanges;
}

type Range = [start: number, end: number];

/** Parts of Markdown: code, which is not translated, and blocks of HTML, in which Markdown is text. */
export interface MarkdownRanges {
  code: Range[];
  html: Range[];
}

/**
 * Translates the syntax of other programs to Markdown and HTML: shortcodes of Hugo and Zola, tags of Liquid and Hexo,
 * attribute lists of kramdown, wiki links, callouts, MDX. What has no translation is left out with a warning. Each step
 * takes linear time.
 */
export function translateTemplates(body: string, { context, addLoss, findRanges }: TranslateInput): EditedText {
  const list = createEditList(body, addLoss);
  const { code, html } = findRanges(body);
  translateCodeTags(list, code);
  for (const [start, end] of code) list.protect(start, end);
  protectHtmlCode(body, list.protect);
  removeComments(list);
  if (isMdx(context)) translateMdx(list);
  translateTags(list);
  translateDirectives(list);
  translateAttributeLists(list);
  translateWikiLinks(list, html);
  translateMarks(list);
  if (context.layout.system === 'Obsidian') translateNoteMarks(list);
  closeTags(list);
  return applyEdits(body, list.edits());
}

/** Code in HTML is code too. */
function protectHtmlCode(body: string, protect: (start: number, end: number) => void): void {
  for (const name of ['pre', 'code', 'script', 'style']) {
    const pattern = new RegExp(`<(/?)${name}(?=[\\s>])`, 'gi');
    let start: number | undefined;
    for (const { 1: slash, index } of body.matchAll(pattern)) {
      if (slash !== '/') start ??= index;
      else if (start !== undefined) {
        protect(start, index);
        start = undefined;
      }
    }
  }
}
