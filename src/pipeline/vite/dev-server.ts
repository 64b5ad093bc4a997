import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import type { ViteDevServer, WebSocketClient } from 'vite';
import { BUILD_FILE } from '../../model/edition-files.ts';
import type { Project } from '../settings/project.ts';
import { contentTypeOf } from '../util/content-types.ts';
import { requestedPath } from '../util/path-to-file.ts';
import { followChanges } from './batch-file-changes.ts';
import { createDevEdition, type DevEdition } from './dev-edition.ts';
import { takeSnapshot } from './file-snapshot.ts';

/**
 * Serves the edition from memory, follows changes of the content folder, and tells open pages what is new. Issues go
 * to the terminal and, where a file is left out for them, over the page; the rest is served all the same.
 */
export function serveEdition(server: ViteDevServer, project: Project): void {
  const { config, ws, watcher } = server;
  const edition = createDevEdition(config.root, project);
  const tell = (): void => {
    const { report, faults } = edition.takeReport();
    if (report === undefined) return;
    config.logger.info(report, { timestamp: true });
    ws.send('broadsheet:faults', { faults });
  };
  tell();
  const follow = followChanges({
    onChange: (files) => {
      const changed = edition.takeUp(files);
      if (changed) ws.send('broadsheet:edition', changed);
    },
    onQuiet: () => {
      const changed = edition.takeUpFaulty();
      if (changed) ws.send('broadsheet:edition', changed);
      tell();
    },
    snapshot: (file) => takeSnapshot(path.join(project.contentDir, file)),
  });
  // A page that is opened later is told too.
  ws.on('broadsheet:hello', (_data: unknown, client: WebSocketClient) => {
    client.send('broadsheet:faults', { faults: edition.faults() });
  });
  watcher.add(project.contentDir);
  watcher.on('all', (_event, file) => {
    if (isInside(project.contentDir, file)) follow(path.relative(project.contentDir, file).replaceAll(path.sep, '/'));
  });
  watcher.on('error', (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') config.logger.error(TOO_MANY_FILES);
  });
  server.middlewares.use((request, response, next) => {
    const url = request.url ?? '';
    const asked = requestedPath(url, config.base);
    const moved = asked === undefined ? undefined : edition.newAddress(`/${asked}`);
    if (moved !== undefined) redirect(response, config.base + moved.slice(1));
    else if (asked !== undefined && edition.has(asked)) answer(response, asked, edition);
    else if (url.startsWith(config.base) && OURS.test(url.slice(config.base.length)))
      answer(response, asked ?? '', edition);
    else next();
  });
}

const TOO_MANY_FILES =
  'The system watches no more files than it does now: raise fs.inotify.max_user_watches, or restart to see changes.';

/** Where nobody else has files. */
const OURS = /^(data|assets\/content)\//;

function redirect(response: ServerResponse, address: string): void {
  response.writeHead(302, { Location: address, 'Cache-Control': 'no-cache' });
  response.end();
}

function answer(response: ServerResponse, file: string, edition: DevEdition): void {
  const image = edition.imageSource(file);
  const body = image === undefined ? bodyOf(file, edition) : readFileSync(image);
  response.statusCode = body === undefined ? 404 : 200;
  response.setHeader('Content-Type', contentTypeOf(file));
  response.setHeader('Cache-Control', 'no-cache');
  response.end(body);
}

const bodyOf = (file: string, edition: DevEdition): string | undefined =>
  file === BUILD_FILE ? JSON.stringify({ builtAt: new Date().toISOString() }) : edition.file(file);

function isInside(dir: string, file: string): boolean {
  const relative = path.relative(dir, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
