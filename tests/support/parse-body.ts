import type { BodyNode } from '../../src/model/body.ts';
import { detectLayout } from '../../src/pipeline/content/files/folder-layout.ts';
import type { LocalImages } from '../../src/pipeline/content/images/local-images.ts';
import { parseBody } from '../../src/pipeline/content/markdown/parse-body.ts';
import type { Report } from '../../src/pipeline/diagnostics/diagnostic.ts';

const find: LocalImages['find'] = (_, url) => ({ requestedPath: url, reason: 'the file does not exist' });

interface Options {
  file?: string;
  report?: Report;
}

const ignore = (): void => {};

/** Parses a body in a folder without other files. */
export const parseForTest = (markdown: string, { file = 'a.md', report = ignore }: Options = {}): BodyNode[] =>
  parseBody(markdown, {
    file,
    report,
    language: 'en',
    timeZone: 'UTC',
    layout: detectLayout(''),
    remoteImages: true,
    localImages: { find, findFile: find, pathOf: (_, name) => name },
    noteImage: () => {},
    noteReference: () => 0,
  });
