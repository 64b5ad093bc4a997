import path from 'node:path';
import { resolveConfig } from 'vite';
import { expect, test } from 'vitest';
import { writeContent } from '../../support/temp-content.ts';

// Vite reloads all pages when an HTML file below its root changes, for example by `npm run build`.
test.each([
  [undefined, 'dist'],
  ['site (1)', 'site \\(1\\)'],
])('the dev server does not watch the output folder (%s)', async (outDir, pattern) => {
  const { server } = await resolveConfig(
    { logLevel: 'silent', build: outDir === undefined ? {} : { outDir } },
    'serve',
  );
  expect(server.watch?.ignored).toEqual([`${path.resolve('.').replaceAll(path.sep, '/')}/${pattern}/**`]);
});

test.each([
  [
    'a site, below the base path with which it was built',
    { 'data/edition.json': '{"site":{"basePath":"/news/"}}' },
    '/news/',
  ],
  ['an empty folder, below that of the settings', {}, '/'],
  ['a damaged site, below that of the settings', { 'data/edition.json': '{' }, '/'],
])('the preview server serves %s', async (_, files, base) => {
  const config = { logLevel: 'silent', build: { outDir: writeContent(files) } } as const;
  expect((await resolveConfig(config, 'serve', 'production', 'production', true)).base).toBe(base);
});
