import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildInto } from '../support/build-site.ts';
import { writeContent } from '../support/temp-content.ts';
import { createTempFolder } from '../support/temp-folder.ts';

test('files of the publisher are copied, and withdrawn when they are gone', async () => {
  const content = writeContent({
    'a.md': '---\ntitle: A\npublishedDateTime: 2026-11-20\nwebUrl: https://a.example/\n---\n',
    'public/ads.txt': 'example.com, 1, DIRECT',
    'public/.well-known/security.txt': 'Contact: mailto:a@b.example',
    'public/bilder/Größe.txt': 'x',
  });
  const folder = createTempFolder('site');
  const build = () => buildInto(folder, { CONTENT_DIR: content });
  const first = await build();
  expect(first.stdout).toContain(
    '3 files of public/ copied as they are: .well-known/security.txt, ads.txt, bilder/Größe.txt.',
  );
  expect(readFileSync(path.join(folder, 'ads.txt'), 'utf8')).toBe('example.com, 1, DIRECT');

  rmSync(path.join(content, 'public/ads.txt'));
  writeFileSync(path.join(content, 'public/bilder/Größe.txt'), 'y');
  expect((await build()).exitCode).toBe(0);
  expect(existsSync(path.join(folder, 'ads.txt'))).toBe(false);
  expect(readFileSync(path.join(folder, 'bilder/Größe.txt'), 'utf8')).toBe('y');
});
