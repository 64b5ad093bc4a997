import type { BodyNode } from '../../src/model/body.ts';
import type { LocalImages } from '../../src/pipeline/content/images/local-images.ts';
import { parseBody } from '../../src/pipeline/content/markdown/parse-body.ts';

const find: LocalImages['find'] = (_, url) => ({ requestedPath: url, reason: 'the file does not exist' });

/** Parses a body in a folder without other files. */
export const parseForTest = (markdown: string, file = 'a.md'): BodyNode[] =>
  parseBody(markdown, {
    file,
    language: 'en',
    remoteImages: true,
    localImages: { find, findFile: find, pathOf: (_, name) => name },
    noteImage: () => {},
    noteReference: () => 0,
    report: () => {},
  });
