import type { BodyNode } from '../../src/model/body.ts';
import { parseBody } from '../../src/pipeline/content/markdown/parse-body.ts';
import { articleContext } from './article-context.ts';

/** Parses a body in a folder without other files. */
export const parseForTest = (markdown: string, options: Parameters<typeof articleContext>[0] = {}): BodyNode[] =>
  parseBody(markdown, articleContext(options));
