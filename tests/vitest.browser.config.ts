import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { TEST_TIMEOUT, WAIT_TIMEOUT } from './support/timeouts.ts';

/**
 * Tests that build the site and open it in a real browser, driven from Node. They run one after the other in one
 * process: a browser and a build keep two cores busy, and a site that is built once serves them all.
 */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    name: 'browser',
    include: ['tests/browser/**/*.browser.test.{ts,tsx}'],
    globalSetup: 'tests/support/browser-setup.ts',
    environment: 'node',
    isolate: false,
    fileParallelism: false,
    testTimeout: TEST_TIMEOUT,
    hookTimeout: TEST_TIMEOUT,
    expect: { poll: { timeout: WAIT_TIMEOUT } },
  },
});
