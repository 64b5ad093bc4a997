import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { articlesFile, cacheFolder, cacheWarning } from '../../../../src/pipeline/content/cache/cache-folder.ts';
import { preparePrivateFolder, userFolderFor } from '../../../../src/pipeline/content/cache/temporary-folder.ts';
import { contentFolder } from '../../../support/content-folder.ts';

/** A project whose cache folder cannot be created: a file has its name. That also binds the superuser. */
const blockedProject = (): string => contentFolder({ 'node_modules/.cache': '' });

let temporary: string;
beforeEach(() => {
  temporary = contentFolder({});
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('the cache is in the project where that can be written', () => {
  const root = contentFolder({});
  expect(cacheFolder(root)).toBe(path.join(root, 'node_modules/.cache/broadsheet'));
  expect(cacheWarning(root)).toBeUndefined();
  expect(existsSync(userFolderFor(root))).toBe(false);
});

test("else it is in a folder of the user in the system's folder for temporary files, one for each project", () => {
  const [root, other] = [blockedProject(), blockedProject()];
  const folder = cacheFolder(root);
  expect(path.dirname(folder)).toBe(temporary);
  expect(cacheFolder(`${root}/`)).toBe(folder);
  expect(cacheFolder(other)).not.toBe(folder);
  expect(path.dirname(articlesFile(root, 'content'))).toBe(folder);
  expect(cacheWarning(root)).toBeUndefined();
});

describe('a folder of the user', () => {
  test('is readable by the user only, and is used again', () => {
    const root = blockedProject();
    const folder = cacheFolder(root);
    expect(path.basename(folder)).toMatch(new RegExp(`^broadsheet-${process.getuid?.()}-[\\w-]{16}$`));
    expect(lstatSync(folder).mode & 0o777).toBe(0o700);
    writeFileSync(path.join(folder, 'articles'), '');
    expect(preparePrivateFolder(folder)).toBe(true);
    expect(readdirSync(folder)).toContain('articles');
  });

  test.each<[what: string, put: (folder: string) => void]>([
    ['a symbolic link', (folder) => symlinkSync(contentFolder({}), folder)],
    ['a link that leads nowhere', (folder) => symlinkSync('nowhere', folder)],
    ['a file', (folder) => writeFileSync(folder, '')],
    ['open to others', (folder) => openFolder(folder)],
    ['of another user', (folder) => ofAnotherUser(folder)],
  ])('that is %s is not used; the cache lasts for one process, and a sentence says so', (_, put) => {
    const root = blockedProject();
    put(userFolderFor(root));
    const folder = userFolderFor(root);
    const used = cacheFolder(root);
    expect(used).not.toBe(folder);
    expect(path.dirname(used)).toBe(temporary);
    expect(lstatSync(used).mode & 0o777).toBe(0o700);
    expect(cacheWarning(root)).toBe(
      `No cache is kept, because neither node_modules/.cache/broadsheet nor ${folder} can be used: the next run reads everything again.`,
    );
  });
});

function openFolder(folder: string): void {
  mkdirSync(folder);
  chmodSync(folder, 0o777);
}

/** The folder has the user's number in its name, so the process becomes another user after the name is known. */
function ofAnotherUser(folder: string): void {
  mkdirSync(folder, { mode: 0o700 });
  const uid = process.getuid?.() ?? 0;
  vi.spyOn(process, 'getuid').mockReturnValue(uid + 1);
  renameSync(folder, folder.replace(`broadsheet-${uid}-`, `broadsheet-${uid + 1}-`));
}

test('without any folder for temporary files nothing is kept, and a sentence says so', () => {
  const root = blockedProject();
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, path.join(temporary, 'gone'));
  expect(cacheFolder(root)).toBe(path.join(root, 'node_modules/.cache/broadsheet'));
  expect(cacheWarning(root)).toMatch(/^No cache is kept, /);
});
