import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { TEST_TIMEOUT, WAIT_TIMEOUT } from '../../support/timeouts.ts';

/** Tests of real content. Only `npm run audit -- real-folders` runs them. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../../..'),
  css: { postcss: {} },
  test: {
    name: 'real-folders',
    include: ['tests/audits/real-folders/*.audit.ts'],
    globalSetup: 'tests/support/browser-setup.ts',
    environment: 'node',
    fileParallelism: false,
    testTimeout: TEST_TIMEOUT,
    hookTimeout: TEST_TIMEOUT,
    expect: { poll: { timeout: WAIT_TIMEOUT } },
  },
});
