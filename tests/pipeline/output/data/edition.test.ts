import { expect, test } from 'vitest';
import type { Edition } from '../../../../src/model/edition.ts';
import { articleFile, editionOf, type Files, outputsOf } from '../../../support/content-folder.ts';

const SITE = 'pagesFolder: pages\nfooter: Ours\n';
const PAGE = '---\ntitle: Imprint\n---\nText\n';
const FILES = { 'site.yaml': SITE, 'a.md': articleFile(), 'pages/imprint.md': PAGE };

const idOf = (files: Files): string =>
  (JSON.parse(outputsOf(editionOf(files)).get('data/edition.json') ?? '') as Edition).id;

test.each<[string, Files]>([
  ['an article', { 'a.md': articleFile('title: Another title') }],
  ['the text of a page', { 'pages/imprint.md': `${PAGE}More` }],
  ['the title of a page', { 'pages/imprint.md': PAGE.replace('Imprint', 'Legal notice') }],
  ['whether a page is in the menu', { 'pages/imprint.md': PAGE.replace('---\nText', 'menu: true\n---\nText') }],
  ['a page more', { 'pages/about.md': PAGE }],
  ['the footer', { 'site.yaml': SITE.replace('Ours', 'Theirs') }],
  ['a setting of the site', { 'site.yaml': `${SITE}description: More\n` }],
])('an edition has another id when there is another value of what its files depend on: %s', (_, changed) => {
  expect(idOf({ ...FILES, ...changed })).not.toBe(idOf(FILES));
});

test('the same content has the same id', () => {
  expect(idOf(FILES)).toBe(idOf({ ...FILES }));
});
