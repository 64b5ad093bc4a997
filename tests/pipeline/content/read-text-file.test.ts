import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readTextFile } from '../../../src/pipeline/content/read-text-file.ts';
import { contentFolder } from '../../support/content-folder.ts';

let folder: string;
beforeEach(() => {
  folder = contentFolder({});
});
const at = (name: string): string => path.join(folder, name);

test('reads a file after a longer one, without what the longer one left in the buffer', () => {
  writeFileSync(at('long.md'), 'é'.repeat(1_000_000));
  writeFileSync(at('short.md'), '\ufeffshort');
  writeFileSync(at('empty.md'), '');
  expect(readTextFile(at('long.md')).text).toBe('é'.repeat(1_000_000));
  expect(readTextFile(at('short.md')).text).toBe('short');
  expect(readTextFile(at('empty.md')).text).toBe('');
});

test('returns the stats of the file, also if it cannot be used', () => {
  writeFileSync(at('nul.md'), 'a\0');
  expect(readTextFile(at('nul.md'))).toMatchObject({ diagnostic: { code: 'not-text' }, stats: { size: 2 } });
  expect(readTextFile(at('missing.md'))).toEqual({
    text: '',
    diagnostic: { code: 'unreadable', message: 'Expected a readable file, found one that cannot be read (ENOENT).' },
  });
});

test('refuses a folder, also through a link', () => {
  mkdirSync(at('folder.md'));
  symlinkSync(at('folder.md'), at('link.md'));
  for (const name of ['folder.md', 'link.md'])
    expect(readTextFile(at(name)).diagnostic?.message).toBe('Expected a file, found a folder or a device.');
});

test('refuses a pipe instead of waiting for it', () => {
  execFileSync('mkfifo', [at('pipe.md')]);
  expect(readTextFile(at('pipe.md')).diagnostic?.message).toBe('Expected a file, found a folder or a device.');
});
