import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../../../src/pipeline/settings/read-settings.ts';
import { typefaceStyles } from '../../../../../src/pipeline/vite/bundle/look/typeface-styles.ts';
import { contentFolder } from '../../../../support/content-folder.ts';
import { woff2 } from '../../../../support/font-files.ts';
import { runTransform } from '../../../../support/run-transform.ts';

const HEADLINE = 'h3 { font-family: var(--font-headline) }';
const FIRST = '/paper/src/app/styles.css';
const LATER = 'C:\\paper\\src\\app\\pages\\settings\\settings.css?direct';

const styled = (yaml: string, id: string): string => {
  const root = contentFolder({ 'site.yaml': yaml, 'a.woff2': woff2() });
  const { settings } = readSettings({ root, env: {}, mode: 'build' });
  return runTransform(
    typefaceStyles(() => settings),
    HEADLINE,
    id,
  );
};

describe('headlines', () => {
  const asText = 'h3 { font-family: var(--font-serif) }';

  test.each([FIRST, LATER])('have the typeface of texts in %s', (id) => {
    expect(styled('', id)).toBe(asText);
  });

  test('without serifs, too: the style sheet of the first load replaces the typeface of texts', () => {
    expect(styled('typefaces: sans\n', FIRST)).toBe(
      `${asText}\n[data-text-face="sans"]{--font-serif:var(--font-sans)}`,
    );
    expect(styled('typefaces: sans\n', LATER)).toBe(asText);
  });

  test('have their own where the paper has fonts for them', () => {
    const yaml = 'typefaces:\n  headlines: a.woff2\n';
    expect(styled(yaml, LATER)).toBe(HEADLINE);
    expect(styled(yaml, FIRST)).toMatch(/^h3 \{ font-family: var\(--font-headline\) \}\n@font-face\{/);
    expect(styled('typefaces:\n  text: a.woff2\n', LATER)).toBe(asText);
  });
});

test.each([path.join('/paper/src/app', 'app.tsx'), '/paper/node_modules/tailwindcss/theme.css'])(
  'other modules stay as they are: %s',
  (id) => {
    expect(styled('typefaces: sans\n', id)).toBe(HEADLINE);
  },
);
