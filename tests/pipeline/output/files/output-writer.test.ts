import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PublisherError } from '../../../../src/pipeline/diagnostics/publisher-error.ts';
import { createOutputWriter } from '../../../../src/pipeline/output/files/output-writer.ts';
import { contentFolder } from '../../../support/content-folder.ts';

type Site = Record<string, string>;

function writeSite(folder: string, site: Site) {
  const writer = createOutputWriter(folder);
  for (const [file, body] of Object.entries(site)) writer.write({ path: file, body });
  return writer.finish();
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();

test('writes only changed files and deletes files that are no longer needed', () => {
  const folder = contentFolder({});
  expect(writeSite(folder, { 'a/1.json': '1', 'a/2.json': '2', 'b.json': '3' })).toEqual({
    written: 3,
    kept: 0,
    deleted: 0,
    size: { files: 3, bytes: 3, largestFolder: 2 },
    hasCompleted: false,
  });
  const before = statSync(path.join(folder, 'b.json')).ino;
  expect(writeSite(folder, { 'a/1.json': 'one', 'b.json': '3' })).toMatchObject({
    written: 1,
    kept: 1,
    deleted: 1,
    size: { files: 2, bytes: 4 },
  });
  expect(filesIn(folder)).toEqual(['a/1.json', 'b.json']);
  expect(statSync(path.join(folder, 'b.json')).ino).toBe(before);
});

// Two names of one file, as on a file system that ignores case and normalisation.
test.each([
  ['case', 'A/Story.json', 'a/story.json'],
  ['normalisation', 'u\u0308ber.json', '\u00fcber.json'],
])('keeps a file of which only the %s of the name has changed', (_, before, after) => {
  const folder = contentFolder({});
  writeSite(folder, { [before]: '1', 'other.json': '2' });
  mkdirSync(path.join(folder, path.dirname(after)), { recursive: true });
  linkSync(path.join(folder, before), path.join(folder, after));
  expect(writeSite(folder, { [after]: '1' })).toMatchObject({ kept: 1, deleted: 1 });
  expect(filesIn(folder)).toContain(after);
  expect(filesIn(folder)).toContain(before);
});

test('never deletes a file that it did not write, and leaves no empty folder', () => {
  const folder = contentFolder({ 'own/notes.txt': 'mine' });
  writeSite(folder, { 'own/1.json': '1', 'gone/1.json': '1' });
  writeSite(folder, {});
  expect(filesIn(folder)).toEqual(['own/notes.txt']);
  expect(existsSync(path.join(folder, 'gone'))).toBe(false);
});

// A folder with its name fails for the superuser, too. A full disk fails in the same place.
test.each(['a.json', '.broadsheet-journal', '.broadsheet-manifest.json'])(
  'says that %s could not be written',
  (name) => {
    const folder = contentFolder({ [`${name}/own.txt`]: 'mine' });
    expect(() => writeSite(folder, { 'a.json': '1' })).toThrow(
      new PublisherError(`${path.join(folder, name)} could not be written: a folder with this name exists.`),
    );
  },
);

test('the next run deletes the files of an aborted run', () => {
  const folder = contentFolder({});
  const aborted = createOutputWriter(folder);
  for (let nth = 0; nth < 1000; nth += 1) aborted.write({ path: `stray-${nth}.json`, body: '1' });
  expect(filesIn(folder)).toContain('stray-500.json');
  writeSite(folder, { 'a.json': '1' });
  expect(filesIn(folder)).toEqual(['a.json']);
});

test('a damaged manifest deletes nothing', () => {
  const folder = contentFolder({});
  writeSite(folder, { 'a.json': '1' });
  for (const damaged of ['{', '["../outside", "", "."]', 'null']) {
    writeFileSync(path.join(folder, '.broadsheet-manifest.json'), damaged);
    writeSite(folder, {});
    expect(filesIn(folder)).toEqual(['a.json']);
  }
});

test('writes nothing outside its folder, not even through a link', () => {
  const outside = contentFolder({ 'kept.json': 'kept' });
  const folder = contentFolder({});
  symlinkSync(outside, path.join(folder, 'link'));
  const writer = createOutputWriter(folder);
  expect(() => writer.write({ path: '../up.json', body: 'x' })).toThrow(/output folder/);
  expect(() => writer.write({ path: 'link/kept.json', body: 'x' })).toThrow(/output folder/);
  expect(readFileSync(path.join(outside, 'kept.json'), 'utf8')).toBe('kept');
});

test('follows a link that stays inside its folder', () => {
  const folder = contentFolder({ 'real/own.txt': 'mine' });
  symlinkSync(path.join(folder, 'real'), path.join(folder, 'link'));
  writeSite(folder, { 'link/inner/a.json': '1' });
  expect(lstatSync(path.join(folder, 'link')).isSymbolicLink()).toBe(true);
  expect(filesIn(path.join(folder, 'real'))).toEqual(['inner/a.json', 'own.txt']);
});

test('writes the same bytes as `Buffer.from`, whatever the length and the characters', () => {
  const folder = contentFolder({});
  const bodies = ['', 'é€🗞️', 'lone \ud800 and \udc00', 'x'.repeat(2_000_000), '€'.repeat(349_525), '€'.repeat(349_526)];
  const site = Object.fromEntries(bodies.map((body, index) => [`${index}.txt`, body]));
  for (const run of [site, site, { ...site, '1.txt': 'short' }]) {
    writeSite(folder, run);
    for (const [file, body] of Object.entries(run))
      expect(readFileSync(path.join(folder, file)).equals(Buffer.from(body))).toBe(true);
  }
});

test('writes a file again that is missing although the last run wrote it', () => {
  const folder = contentFolder({});
  const fingerprintsFile = path.join(contentFolder({}), 'outputs-0123456789abcdef');
  const write = () => {
    const writer = createOutputWriter(folder, fingerprintsFile);
    for (const file of ['a.json', 'b/c.json']) writer.write({ path: file, version: '1', body: file });
    return writer.finish();
  };
  expect(write()).toMatchObject({ written: 2, size: { bytes: 14 } });
  expect(write()).toMatchObject({ written: 0, kept: 2, size: { bytes: 14 } });
  rmSync(path.join(folder, 'b'), { recursive: true });
  expect(write()).toMatchObject({ written: 1, kept: 1, size: { bytes: 14 } });
  expect(filesIn(folder)).toEqual(['a.json', 'b/c.json']);
});

test('computes the version of a file once, and its body only if it changed', () => {
  const folder = contentFolder({});
  const fingerprintsFile = path.join(contentFolder({}), 'outputs-0123456789abcdef');
  const accesses: string[] = [];
  const file = {
    path: 'a.json',
    get version() {
      accesses.push('version');
      return '1';
    },
    get body() {
      accesses.push('body');
      return '1';
    },
  };
  for (const expected of [['version', 'body'], ['version']]) {
    const writer = createOutputWriter(folder, fingerprintsFile);
    writer.write(file);
    writer.finish();
    expect(accesses.splice(0)).toEqual(expected);
  }
});

test('a folder with the name of a file is an error, and no temporary file is left', () => {
  const folder = contentFolder({});
  mkdirSync(path.join(folder, 'a.json/inner'), { recursive: true });
  expect(() => writeSite(folder, { 'a.json': 'x' })).toThrow(/a\.json could not be written: .+\.$/);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test.each([
  ['it is a file', 'file', 'The output folder', 'a file with this name already exists'],
  ['a parent folder is a file', 'file/out', 'The output folder', 'a parent folder of it is a file'],
  ['a folder in it is a file', '.', 'The folder', 'a file with this name already exists'],
])('a folder that cannot be written because %s is named in one sentence', (_, name, what, reason) => {
  const folder = contentFolder({ file: '' });
  const outDir = path.join(folder, name);
  const blocked = name === '.' ? path.join(outDir, 'file') : outDir;
  expect(() => writeSite(outDir, { 'file/1.json': '1' })).toThrow(
    expect.objectContaining({
      name: 'PublisherError',
      message: `${what} ${blocked} could not be ${name === '.' ? 'created' : 'written'}: ${reason}.`,
    }),
  );
});
