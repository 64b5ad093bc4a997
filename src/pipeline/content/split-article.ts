import type { FolderLayout } from './files/folder-layout.ts';
import {
  type ParseDiagnostic,
  type SplitFile,
  splitFrontMatter,
  splitUnopened,
  withoutFrontMatter,
} from './front-matter/split-front-matter.ts';

/**
 * Splits an article file into front matter and body. Hexo needs no line `---` before the fields. A page of the publisher
 * may be a body alone, and so may any file in the folders of systems that have other pages.
 */
export function splitArticle(text: string, layout: FolderLayout, isPage: boolean): SplitFile | ParseDiagnostic {
  const split = splitFrontMatter(text);
  if (!('code' in split) || split.code !== 'no-front-matter') return split;
  if (layout.system === 'Hexo') return splitUnopened(text) ?? split;
  return layout.hasPages || isPage ? withoutFrontMatter(text) : split;
}
