import { expect, test } from 'vitest';
import { describeSize } from '../../../src/pipeline/vite/host-limits.ts';

test('a small site is described by its size', () => {
  expect(describeSize({ files: 1_234, bytes: 5_600_000, largestFolder: 40 })).toBe('The site has 1,234 files, 5.6 MB.');
});

test('a site at a limit does not exceed it', () => {
  expect(describeSize({ files: 20_000, bytes: 1e9, largestFolder: 54_000 })).not.toContain('exceeds');
});

test.each([
  [{ files: 20_001, bytes: 1, largestFolder: 1 }, 'Cloudflare Pages (20,000 files)'],
  [{ files: 1, bytes: 1e9 + 1, largestFolder: 1 }, 'GitHub Pages (1 GB), GitLab Pages (1 GB)'],
  [
    { files: 200_001, bytes: 1, largestFolder: 1 },
    'Cloudflare Pages (20,000 files), Cloudflare Pages paid plans (100,000 files), GitLab Pages (200,000 files)',
  ],
  [{ files: 1, bytes: 1, largestFolder: 54_001 }, 'Netlify (54,000 files in one folder)'],
])('%o exceeds the limits of hosts, and the text says what to do', (size, hosts) => {
  expect(describeSize(size)).toContain(`exceeds the limits of these hosts: ${hosts}. Set \`pages: newest N\``);
});
