import { expect, test } from 'vitest';
import { deriveAmpCacheUrl } from '../../src/model/amp-cache.ts';

test('turns dots of the host into hyphens, and keeps the address', () => {
  expect(deriveAmpCacheUrl('https://amp.cnn.com/cnn/index.html')).toBe(
    'https://amp-cnn-com.cdn.ampproject.org/c/s/amp.cnn.com/cnn/index.html',
  );
});

test('doubles hyphens of the host', () => {
  expect(deriveAmpCacheUrl('https://a-b.example/x')).toBe('https://a--b-example.cdn.ampproject.org/c/s/a-b.example/x');
});

test('leaves out the mark for https on a plain http address', () => {
  expect(deriveAmpCacheUrl('http://a.example/x')).toBe('https://a-example.cdn.ampproject.org/c/a.example/x');
});

test('keeps a slash before a query', () => {
  expect(deriveAmpCacheUrl('https://a.example/x/?amp=1')).toBe(
    'https://a-example.cdn.ampproject.org/c/s/a.example/x/?amp=1',
  );
});

test('gives nothing for what is no web address', () => {
  expect(deriveAmpCacheUrl('ftp://a.example/x')).toBeUndefined();
});
