import { expect, test } from 'vitest';
import { deriveAmpCacheUrl } from '../../src/model/amp-cache.ts';

test('replaces dots in the host with hyphens and keeps the rest of the URL', () => {
  expect(deriveAmpCacheUrl('https://amp.cnn.com/cnn/index.html')).toBe(
    'https://amp-cnn-com.cdn.ampproject.org/c/s/amp.cnn.com/cnn/index.html',
  );
});

test('doubles hyphens in the host', () => {
  expect(deriveAmpCacheUrl('https://a-b.example/x')).toBe('https://a--b-example.cdn.ampproject.org/c/s/a-b.example/x');
});

test('omits `s/` for an http URL', () => {
  expect(deriveAmpCacheUrl('http://a.example/x')).toBe('https://a-example.cdn.ampproject.org/c/a.example/x');
});

test('keeps a slash before a query', () => {
  expect(deriveAmpCacheUrl('https://a.example/x/?amp=1')).toBe(
    'https://a-example.cdn.ampproject.org/c/s/a.example/x/?amp=1',
  );
});

test('is undefined for a URL that is not http or https', () => {
  expect(deriveAmpCacheUrl('ftp://a.example/x')).toBeUndefined();
});
