import { expect, test } from 'vitest';
import { type Edition } from '../../../../src/model/edition.ts';
import { articleFile, editionOf, outputsOf } from '../../../support/content-folder.ts';

const editionWith = (purge: string) => editionOf({ 'here.md': articleFile(), 'site.yaml': `purge: ${purge}` });

const purgeIn = (edition: ReturnType<typeof editionWith>): string[] | undefined =>
  (JSON.parse(outputsOf(edition).get('data/edition.json') ?? '') as Edition).purge;

test('the edition names the articles that are purged, by slugs or addresses', () => {
  const edition = editionWith('[2026/11/gone, "https://paper.example/base/articles/caf%C3%A9%20noir/"]');
  expect(edition.diagnostics).toEqual([]);
  expect(purgeIn(edition)).toEqual(['2026/11/gone', 'café noir']);
});

test('an article that is published is an error, and is not purged', () => {
  const edition = editionWith('[gone, here]');
  expect(edition.diagnostics).toMatchObject([
    { file: 'site.yaml', field: 'purge', line: 1, severity: 'error', code: 'purged-article' },
  ]);
  expect(edition.diagnostics[0]?.message).toContain('here.md');
  expect(purgeIn(edition)).toEqual(['gone']);
});

test('what is not a slug is an error with its place', () => {
  const { diagnostics } = editionWith('[{ a: 1 }, "https://paper.example/topics/x/"]');
  expect(diagnostics.map(({ code }) => code)).toEqual(['bad-setting', 'bad-setting']);
});
