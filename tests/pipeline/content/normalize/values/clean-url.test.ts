import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanUrl, parseUrl, urlKey } from '../../../../../src/pipeline/content/normalize/values/clean-url.ts';
import { runsOf } from '../../../../support/property-runs.ts';

test.each([
  ['removes tracking parameters', 'https://a.example/x?utm_source=n&id=7&fbclid=z', 'https://a.example/x?id=7'],
  ['removes an empty query', 'https://a.example/x?utm_source=n', 'https://a.example/x'],
  ['keeps the spelling of other parameters', 'https://a.example/?q=a+b%20c&amp', 'https://a.example/?q=a+b%20c&amp'],
  ['keeps the fragment', 'https://a.example/x#part', 'https://a.example/x#part'],
  [
    'encodes what is not ASCII',
    'https://ar.wikipedia.org/wiki/نجيب',
    'https://ar.wikipedia.org/wiki/%D9%86%D8%AC%D9%8A%D8%A8',
  ],
])('%s', (_, source, url) => {
  expect(cleanUrl(source)).toEqual({ url });
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://a.example/',
  '//a.example/x',
  '/x',
  'https://',
  'https://me:secret@a.example/',
  42,
  null,
])('rejects %j with a reason', (source) => {
  expect(cleanUrl(source)).toEqual({ reason: expect.stringMatching(/\w/) as string });
});

test('ignores the fragment when comparing pages, and nothing else', () => {
  expect(urlKey('https://a.example/x#y')).toBe(urlKey('https://a.example/x'));
  expect(urlKey('http://a.example/x')).not.toBe(urlKey('https://a.example/x'));
});

test('returns what `URL` returns, with and without the shortcut for clean URLs', () => {
  const part = fc.constantFrom(
    'a',
    'b9',
    '0x1',
    '1',
    '-',
    '--',
    'xn--',
    'xn--bcher-kva',
    '.',
    '..',
    '/',
    '/.',
    '~',
    '_',
    ':80',
  );
  const address = fc
    .tuple(fc.constantFrom('https://', 'http://', 'HTTP://'), fc.array(part, { minLength: 1, maxLength: 8 }))
    .map(([scheme, parts]) => scheme + parts.join(''));
  const attempt = (): void =>
    fc.assert(
      fc.property(address, (text) => {
        const href = parseUrl(text)?.href;
        expect(cleanUrl(text)).toMatchObject(href === undefined ? {} : { url: href });
      }),
      { numRuns: runsOf(2_000) },
    );
  expect(attempt).not.toThrow();
});
