import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { TEST_TIMEOUT } from './support/timeouts.ts';

/** Unit and component tests. It stands apart from `vite.config.ts`: these tests need no site. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  // The app's styles are for the browser tests.
  css: { postcss: {} },
  test: {
    testTimeout: TEST_TIMEOUT,
    hookTimeout: TEST_TIMEOUT,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/app/**', 'tests/browser/**'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: { name: 'app', include: ['tests/app/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
      },
    ],
  },
});
