import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PreviewServer } from 'vite';

/** Answers what is not there with the site's own page, as static hosts do. */
export function serveNotFound({ middlewares, config }: PreviewServer): void {
  const file = path.resolve(config.root, config.build.outDir, '404.html');
  middlewares.use((_request, response) => {
    response.statusCode = 404;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(readFileSync(file));
  });
}
