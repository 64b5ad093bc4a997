import { expect, test, vi } from 'vitest';
import { articleFile, buildIn, contentFolder } from '../../../support/content-folder.ts';

// The permissions of a folder do not keep an administrator out.
vi.mock('node:fs', async (importOriginal) => {
  const original = await importOriginal<{ readdirSync: (folder: string, options?: object) => unknown }>();
  const readdirSync = (folder: string, options?: object): unknown => {
    if (folder.includes('locked')) throw Object.assign(new Error('denied'), { code: 'EACCES' });
    return original.readdirSync(folder, options);
  };
  return { ...original, readdirSync };
});

test.each([
  ['locked/', 'locked/b.md'],
  ['public/locked/', 'public/locked/b.txt'],
  ['public/.well-known/locked/', 'public/.well-known/locked/b.txt'],
])('the folder %s, which cannot be read, is an error, once', (folder, file) => {
  const root = contentFolder({ 'a.md': articleFile(), 'public/a.txt': 'a', [file]: 'b' });
  const { articles, publicFiles, diagnostics } = buildIn(root);
  expect(articles).toHaveLength(1);
  expect(publicFiles.map(({ path }) => path)).toEqual(['a.txt']);
  expect(diagnostics).toMatchObject([{ file: folder, severity: 'error', code: 'unreadable' }]);
});
