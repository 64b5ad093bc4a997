import path from 'node:path';
import { resolveConfig } from 'vite';
import { expect, test } from 'vitest';

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
