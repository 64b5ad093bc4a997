import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import type { ViteDevServer } from 'vite';

/** Below the base path. */
const FOLDER = '__parts/';
const APP_ENTRY = '/src/app/entry-client.tsx';
const PARTS_ENTRY = '/src/app/entry-parts.tsx';

/**
 * Serves the page with the parts of the site in its look, in the light and the dark theme. It is not part of a built
 * site.
 */
export function serveParts(server: ViteDevServer): void {
  const { config, middlewares } = server;
  const address = config.base + FOLDER;
  middlewares.use((request, response, next) => {
    const url = request.url ?? '';
    const [file] = url.split('?');
    if (file === `${address}picture.svg`) send(response, 'image/svg+xml', PICTURE);
    else if (url === address) send(response, 'text/html', FRAMES);
    else if (file === address) {
      const html = readFileSync(path.join(config.root, 'index.html'), 'utf8').replace(APP_ENTRY, PARTS_ENTRY);
      server.transformIndexHtml(url, html).then((page) => send(response, 'text/html', page), next);
    } else next();
  });
}

function send(response: ServerResponse, type: string, body: string): void {
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.setHeader('Cache-Control', 'no-cache');
  response.end(body);
}

const FRAMES = `<!doctype html>
<html lang="en">
<title>Parts</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<style>
  body { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); margin: 0; }
  iframe { width: 100%; height: 100vh; border: 0; }
</style>
<iframe title="Light theme" src="?theme=light"></iframe>
<iframe title="Dark theme" src="?theme=dark"></iframe>
</html>
`;

/** In place of a photograph. */
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800" width="1200" height="800">
<rect width="1200" height="800" fill="#9fb8c4"/>
<circle cx="880" cy="230" r="90" fill="#f3d9a4"/>
<path d="M0 560 300 330l240 190 180-130 480 300v110H0z" fill="#5d7c78"/>
<path d="M0 650q300-90 600 0t600 0v150H0z" fill="#34524f"/>
</svg>
`;
