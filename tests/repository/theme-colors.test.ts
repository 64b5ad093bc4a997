import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { webAppManifestFile } from '../../src/pipeline/output/pages/web-app-manifest-file.ts';
import { applyDefaults } from '../../src/pipeline/settings/settings.ts';
import { themeColors } from '../support/theme-tokens.ts';

/* The colour of the paper is also outside of the style sheet. */

const [LIGHT = '', DARK = ''] = [...themeColors('light', 'paper'), ...themeColors('dark', 'paper')];

test('`index.html` has that of each theme, also in its script', () => {
  const html = readFileSync('index.html', 'utf8');
  expect(html).toContain(`media="(prefers-color-scheme: light)" content="${LIGHT}"`);
  expect(html).toContain(`media="(prefers-color-scheme: dark)" content="${DARK}"`);
  expect(html).toContain(`?"${DARK}":"${LIGHT}"`);
});

test('a chosen theme has its own', () => {
  expect(readFileSync('src/app/reader/settings/settings.ts', 'utf8')).toContain(
    `{ light: '${LIGHT}', dark: '${DARK}' }`,
  );
});

test('the manifest has that of the light theme', () => {
  const { body } = webAppManifestFile(applyDefaults({}, { mode: 'build', hasApi: false }));
  expect(JSON.parse(String(body))).toMatchObject({ background_color: LIGHT, theme_color: LIGHT });
});
