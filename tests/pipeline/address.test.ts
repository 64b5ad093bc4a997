import { expect, test } from 'vitest';
import { addressKey, cleanAddress } from '../../src/pipeline/normalize/address.ts';

test.each([
  ['drops tracking parameters', 'https://a.example/x?utm_source=n&id=7&fbclid=z', 'https://a.example/x?id=7'],
  ['leaves no question mark behind', 'https://a.example/x?utm_source=n', 'https://a.example/x'],
  ['keeps other parameters as they are spelt', 'https://a.example/?q=a+b%20c&amp', 'https://a.example/?q=a+b%20c&amp'],
  ['keeps the fragment', 'https://a.example/x#part', 'https://a.example/x#part'],
  [
    'encodes what is not ASCII',
    'https://ar.wikipedia.org/wiki/نجيب',
    'https://ar.wikipedia.org/wiki/%D9%86%D8%AC%D9%8A%D8%A8',
  ],
])('%s', (_, source, url) => {
  expect(cleanAddress(source)).toEqual({ url });
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
])('refuses %j and says why', (source) => {
  expect(cleanAddress(source)).toEqual({ reason: expect.stringMatching(/\w/) as string });
});

test('takes an address with and without fragment for one page, and no two others', () => {
  expect(addressKey('https://a.example/x#y')).toBe(addressKey('https://a.example/x'));
  expect(addressKey('http://a.example/x')).not.toBe(addressKey('https://a.example/x'));
});
