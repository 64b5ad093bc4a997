import { expect, test } from 'vitest';
import { filesUrl } from '../../../src/pipeline/settings/files-url.ts';

test.each([
  ['https://github.com/owner/paper', 'https://github.com/owner/paper/blob/HEAD/content/'],
  ['https://www.github.com/owner/paper.git/', 'https://www.github.com/owner/paper/blob/HEAD/content/'],
  ['https://github.com/owner/paper?tab=readme#top', 'https://github.com/owner/paper/blob/HEAD/content/'],
  ['https://github.com/owner/paper/tree/main/site/news', 'https://github.com/owner/paper/blob/main/site/news/'],
  ['https://gitlab.com/group/sub/paper', 'https://gitlab.com/group/sub/paper/-/blob/HEAD/content/'],
  ['https://gitlab.paper.example/g/paper', 'https://gitlab.paper.example/g/paper/-/blob/HEAD/content/'],
  ['https://gitlab.com/g/paper/-/tree/main', 'https://gitlab.com/g/paper/-/blob/main/'],
])('files of %s have a URL', (repository, url) => {
  expect(filesUrl(repository, 'content')).toBe(url);
});

test('the folder is percent-encoded and can be the root of the repository', () => {
  expect(filesUrl('https://github.com/o/p', 'my papers/100%')).toBe(
    'https://github.com/o/p/blob/HEAD/my%20papers/100%25/',
  );
  expect(filesUrl('https://github.com/o/p', '')).toBe('https://github.com/o/p/blob/HEAD/');
});

test.each(['https://codeberg.org/owner/paper', 'https://github.com/owner', 'https://notgithub.com/owner/paper'])(
  'files of %s have no known URL',
  (repository) => {
    expect(filesUrl(repository, 'content')).toBeUndefined();
  },
);
