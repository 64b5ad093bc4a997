import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { headersFile } from '../../../../src/pipeline/output/pages/headers-file.ts';
import { createTemplate } from '../../../../src/pipeline/output/pages/template.ts';

const { body } = headersFile({ ...createTemplate(), basePath: '/paper/' });
const [, all = '', assets = ''] = body.split(/^\/.*$/m);
const headersOf = (rule: string): string[] => rule.split('\n').flatMap((line) => line.trim() || []);

test('other sites may read every file, but not show a page in a frame', () => {
  expect(headersOf(all)).toContain('Access-Control-Allow-Origin: *');
  expect(all).toContain("; frame-ancestors 'none'\n");
});

test('forms lead to the site itself', () => {
  expect(all).toContain("; form-action 'self';");
});

test('fonts are allowed only if the site has some', () => {
  expect(all).not.toContain('font-src');
  expect(headersFile({ ...createTemplate(), hasFonts: true }).body).toContain("; font-src 'self';");
});

// Some hosts join the values of a header that is in two rules.
test('no header is in two rules', () => {
  const names = [...headersOf(all), ...headersOf(assets)].map((header) => header.split(':')[0]);
  expect(names).toEqual([...new Set(names)]);
  expect(headersOf(assets)).toEqual(['Cache-Control: public, max-age=31536000, immutable']);
  expect(body).toContain('\n/paper/assets/*\n');
});

test('the service worker and the edition are revalidated', () => {
  for (const file of ['sw.js', 'data/edition.json'])
    expect(body).toContain(`\n/paper/${file}\n  Cache-Control: no-cache\n`);
});

test('our nginx sends the same headers', () => {
  const config = readFileSync('.hosting/nginx.conf', 'utf8');
  const shared = headersOf(all).filter((header) => !header.startsWith('Content-Security-Policy:'));
  expect(shared).toHaveLength(4);
  for (const header of shared) {
    const [name, value] = header.split(': ');
    expect(config).toContain(`add_header ${name} "${value}" always;`);
  }
});
