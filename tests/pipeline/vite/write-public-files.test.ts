import { describe, expect, test } from 'vitest';
import type { PublicFile } from '../../../src/pipeline/content/files/public-files.ts';
import { createOutputWriter, type OutputWriter } from '../../../src/pipeline/output/files/output-writer.ts';
import { describeCopied, writePublicFiles } from '../../../src/pipeline/vite/write-public-files.ts';
import { contentFolder } from '../../support/content-folder.ts';

const filesOf = (...names: string[]): PublicFile[] => names.map((name) => ({ path: name, source: `/paper/${name}` }));

describe('the report of a build', () => {
  test.each([
    [[], ''],
    [['CNAME'], '1 file of public/ copied as it is: CNAME.'],
    [['a', 'b/c'], '2 files of public/ copied as they are: a, b/c.'],
    [['a', 'b', 'c', 'd', 'e'], '5 files of public/ copied as they are: a, b, c, d, e.'],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g'], '7 files of public/ copied as they are: a, b, c, d, e and 2 more.'],
  ])('names %j', (names, text) => {
    expect(describeCopied(filesOf(...names))).toBe(text);
  });
});

describe('a name of the site', () => {
  const writer = (): OutputWriter => {
    const created = createOutputWriter(contentFolder({}));
    created.write({ path: 'articles/a/index.html', body: '' });
    return created;
  };

  test.each([
    ['articles', 'articles/a/index.html'],
    // They are written after the files of the publisher.
    ['sw.js', 'sw.js'],
    ['data/edition.json', 'data/edition.json'],
  ])('cannot be taken by a file of the publisher: %s', (name, other) => {
    expect(() => writePublicFiles(writer(), filesOf('ads.txt', name))).toThrow(
      `public/${name} cannot be copied: the site has the file ${other}. Rename or remove it.`,
    );
  });

  test('is an error for each file that takes one', () => {
    expect(() => writePublicFiles(writer(), filesOf('articles', 'sw.js'))).toThrow(/articles .*\n.*sw\.js /);
  });
});
