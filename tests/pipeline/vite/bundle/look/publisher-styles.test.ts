import { expect, test } from 'vitest';
import { readSettings } from '../../../../../src/pipeline/settings/read-settings.ts';
import { publisherStyles } from '../../../../../src/pipeline/vite/bundle/look/publisher-styles.ts';
import { contentFolder, type Files } from '../../../../support/content-folder.ts';
import { runTransform } from '../../../../support/run-transform.ts';

const SHEET = '.card { color: red }';

const styled = (files: Files, id = '/paper/src/app/styles.css'): string => {
  const contentDir = contentFolder(files);
  const { settings, diagnostics } = readSettings({ root: contentDir, env: {}, mode: 'build' });
  return runTransform(
    publisherStyles(() => ({ contentDir, settings, diagnostics })),
    SHEET,
    id,
  );
};

test.each(['/paper/src/app/styles.css', '/paper/src/app/styles.css?direct', 'C:\\paper\\src\\app\\styles.css'])(
  'the rules are at the end of %s, in a layer of their own',
  (id) => {
    expect(styled({ 'theme.css': 'a { top: 0 }' }, id)).toBe(`${SHEET}\n@layer publisher {\na {\n  top: 0;\n}\n}\n`);
  },
);

test('no other style sheet has them', () => {
  expect(styled({ 'theme.css': 'a { top: 0 }' }, '/paper/src/app/article/card/card.css')).toBe(SHEET);
});

test.each<[string, Files]>([
  ['without the file', {}],
  ['without rules', { 'theme.css': '/* None. */' }],
  // With `onError: skip` a build goes on, and so does the dev server.
  ['with an error', { 'theme.css': 'a { color: red }\n.b { background: url(https://cdn.example/a.png) }' }],
])('the style sheet stays as it is %s', (_, files) => {
  expect(styled(files)).toBe(SHEET);
});
