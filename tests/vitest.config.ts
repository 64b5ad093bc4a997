import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Tests that need Node alone. A component test asks for a document in its first line. */
export default defineConfig({
  plugins: [react()],
  test: {
    root: '.',
    include: ['tests/{model,pipeline,app,repository}/**/*.test.{ts,tsx}'],
    environment: 'node',
    restoreMocks: true,
  },
});
