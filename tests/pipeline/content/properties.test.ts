import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { sanitizeValues } from '../../../src/pipeline/content/front-matter/sanitize-values.ts';
import type { LocalImages } from '../../../src/pipeline/content/images/local-images.ts';
import { indexFields } from '../../../src/pipeline/content/normalize/names/index-fields.ts';
import { normalizeArticle } from '../../../src/pipeline/content/normalize/normalize-article.ts';
import { readArticle } from '../../../src/pipeline/content/read-article.ts';
import { readTextFile } from '../../../src/pipeline/content/read-text-file.ts';
import type { FieldDiagnostic } from '../../../src/pipeline/diagnostics/diagnostic.ts';
import { brokenFile, fileText, frontMatter, SECRET, text, withSecret } from '../../support/arbitrary.ts';
import { articleContext } from '../../support/article-context.ts';
import { contentFolder, editionIn, outputPaths } from '../../support/content-folder.ts';
import { ROUNDS } from '../../support/property-runs.ts';

/*
 * Properties that hold for any content. `PROPERTY_RUNS=100` runs a hundred times as many cases. Each round has a fixed
 * seed. A failure prints the seed and the smallest failing case.
 */

let cases = 0;

afterAll(() => {
  if (ROUNDS > 1) console.log(`${cases.toLocaleString('en')} cases`);
});

/**
 * Runs `numRuns` cases in each round and returns the number of cases. It yields between rounds, because Vitest ends a
 * worker that does not respond for a minute.
 */
async function check<T>(numRuns: number, arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): Promise<number> {
  const before = cases;
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    fc.assert(
      fc.property(arbitrary, (value) => {
        cases += 1;
        holds(value);
      }),
      { numRuns, seed },
    );
    await setImmediate();
  }
  return cases - before;
}

const image = { source: '/p.png', output: 'assets/content/p-00000000.png' };
const find: LocalImages['find'] = (_, url) =>
  url.endsWith('.png') ? { requestedPath: url, image } : { requestedPath: url, reason: 'the file does not exist' };
const { language, timeZone, layout, remoteImages, localImages } = articleContext({ find });
const options = { language, timeZone, layout, remoteImages, localImages };

function normalize(data: Record<string, unknown>, body = '') {
  const diagnostics: FieldDiagnostic[] = [];
  const report = (diagnostic: FieldDiagnostic): number => diagnostics.push(diagnostic);
  const article = normalizeArticle(indexFields(data), body, articleContext({ find, report }));
  return { article, diagnostics };
}

test('any values in any fields result in a clean article or an error', async () => {
  const ran = await check(
    7_000,
    fc.tuple(frontMatter, fc.oneof(fc.constant(''), fc.constant('Words.'), text)),
    ([data, body]) => {
      const { article, diagnostics } = normalize(data, body);
      must(article !== undefined || diagnostics.some(isError), 'expected an error', diagnostics);
      mustBeClean(article);
      for (const { message } of diagnostics) mustBeSentence(message);
    },
  );
  expect(ran).toBe(7_000 * ROUNDS);
});

test('ciphertext in `secured` or a misspelling of it, at any depth, does not appear', async () => {
  const ran = await check(1_500, withSecret, (data) => {
    if (sanitizeValues(data) !== undefined) return;
    mustHideSecret([data, normalize(data)]);
  });
  expect(ran).toBe(1_500 * ROUNDS);
});

test('any text as a file results in a clean article or an error with a line', async () => {
  const file = path.join(contentFolder({}), 'a.md');
  const ran = await check(1_500, fc.oneof(fileText, brokenFile, fc.uint8Array({ maxLength: 60 })), (source) => {
    writeFileSync(file, source);
    const { article, diagnostics } = readArticle('a.md', readTextFile(file), options);
    must(article !== undefined || diagnostics.some(isError), 'expected an error', diagnostics);
    mustBeClean(article);
    const lines = String(source).split(/\r\n|\n|\r/).length;
    for (const { message, line = 0, column = 0 } of diagnostics) {
      mustBeSentence(message);
      must(line > 0 && column > 0 && (line <= lines || typeof source !== 'string'), 'expected a location', {
        line,
        column,
      });
    }
    mustHideSecret({ article, diagnostics });
  });
  expect(ran).toBe(1_500 * ROUNDS);
});

test('any files in a folder are counted once, and outputs have unique paths', async () => {
  const root = contentFolder({});
  const name = fc.constantFrom('a', 'b', 'caf\u00e9', 'cafe\u0301', 'index.html', 'con', 'x y', '.a', 'é'.repeat(90));
  const folder = fc.dictionary(name, fc.oneof(fileText, brokenFile), { minKeys: 1, maxKeys: 4 });
  const ran = await check(100, fc.tuple(folder, fc.boolean()), ([files, isShown]) => {
    const names = Object.keys(files).map((file) => path.join(root, `${file}.md`));
    for (const [index, source] of Object.values(files).entries()) writeFileSync(names[index] ?? '', source);
    const built = editionIn(root, { UNPUBLISHED: isShown ? 'show' : 'hide' });
    const { counts, articles } = built;
    expect(counts.articles + counts.drafts + counts.duplicates + counts.rejected).toBe(counts.files);
    expect(articles).toHaveLength(counts.articles + counts.draftsShown);
    const paths = outputPaths(built).map((file) => file.normalize('NFC').toLowerCase());
    expect(new Set(paths).size).toBe(paths.length);
    for (const file of names) rmSync(file, { force: true });
  });
  expect(ran).toBe(100 * ROUNDS);
});

const isError = ({ severity }: { severity: string }): boolean => severity === 'error';

const mustHideSecret = (output: unknown): void =>
  must(!JSON.stringify(output).includes(SECRET.slice(0, 24)), 'expected no ciphertext', output);

/** Faster than `expect`, as a million cases need many millions of assertions. */
function must(holds: boolean, what: string, found: unknown): void {
  if (!holds) expect.fail(`${what}: ${JSON.stringify(found)}`);
}

const mustBeSentence = (message: string): void =>
  must(/^[A-Z`][^\p{Cc}]*[.!?]$/u.test(message), 'expected a sentence', message);

const UNCLEAN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
/** Images, and files to which a body links, may be local. */
const LOCAL = /^(?:https:\/\/[^/@]+\/|assets\/content\/)\S*$/;
const URL_PATTERN = /^https?:\/\/[^/@]+\/\S*$/;

/** Checks every string of an article: URLs are http(s) or local files, text is plain. */
function mustBeClean(value: unknown, key = '', isBody = false): void {
  if (typeof value === 'string') {
    must(!UNCLEAN.test(value) && value === value.toWellFormed(), `expected clean text for ${key}`, value);
    if (!isBody) must(value === value.replace(/\s+/g, ' ').trim(), `expected plain text for ${key}`, value);
    if (/^(?:url|src)$/.test(key)) must(LOCAL.test(value), `expected an image for ${key}`, value);
    else if (key === 'href')
      must(
        LOCAL.test(value) || URL_PATTERN.test(value) || /^(?:mailto|tel):/.test(value),
        `expected a link for ${key}`,
        value,
      );
    else if (key.endsWith('Url')) must(URL_PATTERN.test(value), `expected a URL for ${key}`, value);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value))
      mustBeClean(item, Array.isArray(value) ? key : name, isBody || name === 'body');
  }
}
