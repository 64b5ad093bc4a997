import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PreviewServer } from 'vite';
import { HEADERS_FILE } from '../output/pages/headers-file.ts';

/** Sends the headers that `_headers` gives for every address, as the hosts do that read it. */
export function sendHeaders({ middlewares, config }: PreviewServer): void {
  const file = path.resolve(config.root, config.build.outDir, HEADERS_FILE);
  const [, all = ''] = existsSync(file) ? readFileSync(file, 'utf8').split(/^\S.*$/m) : [];
  const headers = [...all.matchAll(/^ +([^:]+): (.*)$/gm)];
  middlewares.use((_request, response, next) => {
    for (const [, name = '', value = ''] of headers) response.setHeader(name, value);
    next();
  });
}

/**
 * Answers what is not there with the site's own page, as static hosts do. Vite has served files by now, and has
 * rewritten the address of a folder to its `index.html`.
 */
export function serveNotFound({ middlewares, config }: PreviewServer): void {
  const outDir = path.resolve(config.root, config.build.outDir);
  middlewares.use((request, response, next) => {
    const [pathname = ''] = (request.url ?? '').split('?');
    if (pathname.endsWith('/index.html') && existsSync(path.join(outDir, path.posix.normalize(pathname))))
      return next();
    response.statusCode = 404;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(readFileSync(path.join(outDir, '404.html')));
  });
}
