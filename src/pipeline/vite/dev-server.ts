import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import type { ViteDevServer, WebSocketClient } from 'vite';
import { BUILD_FILE } from '../../model/edition-files.ts';
import { WORKER_FILE } from '../../model/offline/service-worker.ts';
import { cacheWarning } from '../content/cache/cache-folder.ts';
import { type Project, readProject } from '../settings/project.ts';
import { contentTypeOf } from '../util/content-types.ts';
import { isInside } from '../util/is-inside.ts';
import { requestedPath } from '../util/path-to-file.ts';
import { batchFileChanges } from './batch-file-changes.ts';
import { bundledSettings } from './bundle/bundle-key.ts';
import { followTheme } from './bundle/look/publisher-styles.ts';
import { removeWorkerFile } from './bundle/service-worker.ts';
import { createDevEdition, type DevEdition } from './dev-edition.ts';
import { takeSnapshot } from './file-snapshot.ts';

/**
 * Serves the edition from memory, follows the content folder, and tells open pages what changed. Diagnostics go to the
 * terminal. Errors also show in Vite's overlay, because their files are left out; all other files are served.
 */
export function serveEdition(server: ViteDevServer, project: Project): void {
  const { config, ws, watcher } = server;
  const edition = createDevEdition(config.root, project);
  const warning = cacheWarning(config.root);
  if (warning !== undefined) config.logger.warn(warning);
  const sendReport = (): void => {
    const { report, errors } = edition.takeReport();
    if (report === undefined) return;
    config.logger.info(report, { timestamp: true });
    ws.send('broadsheet:errors', { errors });
  };
  sendReport();
  const updateStyles = followTheme(server, edition.theme);
  const onChange = batchFileChanges({
    onChanges: (files) => {
      if (files.some((file) => SETTINGS_FILE.test(file)) && hasOtherBundle(config.root, project)) {
        config.logger.info('The settings of the app have changed: restarting.', { timestamp: true });
        void server.restart();
        return;
      }
      const changed = edition.applyChanges(files);
      updateStyles();
      if (changed) ws.send('broadsheet:edition', changed);
    },
    onQuiet: () => {
      const changed = edition.applyPostponed();
      updateStyles();
      if (changed) ws.send('broadsheet:edition', changed);
      sendReport();
    },
    snapshot: (file) => takeSnapshot(path.join(project.contentDir, file)),
  });
  // A page that opens later gets the errors, too.
  ws.on('broadsheet:hello', (_data: unknown, client: WebSocketClient) => {
    client.send('broadsheet:errors', { errors: edition.errors() });
  });
  watcher.add(project.contentDir);
  watcher.on('all', (_event, file) => {
    if (isInside(project.contentDir, file)) onChange(path.relative(project.contentDir, file).replaceAll(path.sep, '/'));
  });
  watcher.on('error', (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') config.logger.error(TOO_MANY_FILES);
  });
  server.middlewares.use((request, response, next) => {
    const url = request.url ?? '';
    const file = requestedPath(url, config.base);
    if (file === WORKER_FILE) {
      // A built site may have been served from the same address.
      removeWorkerFile().then(({ body }) => send(response, file, body), next);
      return;
    }
    const target = file === undefined ? undefined : edition.redirectTarget(`/${file}`);
    if (target !== undefined) redirect(response, config.base + target.slice(1));
    else if (file !== undefined && (edition.has(file) || edition.sourceOf(file) !== undefined))
      answer(response, file, edition);
    else if (url.startsWith(config.base) && EDITION_FOLDERS.test(url.slice(config.base.length)))
      answer(response, file ?? '', edition);
    else next();
  });
}

/** Files that the settings of the app are in: of the site, and fonts. */
const SETTINGS_FILE = /^(?:site\.ya?ml|_config\.yml)$|\.woff2$/i;

/** Whether the app has to be bundled anew for the settings as they are now. Settings with errors are not used. */
function hasOtherBundle(root: string, { settings }: Project): boolean {
  const changed = readProject(root, 'dev');
  const isValid = changed.diagnostics.every(({ severity }) => severity !== 'error');
  return isValid && bundledSettings(changed.settings) !== bundledSettings(settings);
}

const TOO_MANY_FILES =
  'The system cannot watch more files. Raise fs.inotify.max_user_watches, or restart the server to see changes.';

/** Folders that only contain files of the edition: any other path in them is a 404. */
const EDITION_FOLDERS = /^(data|assets\/content)\//;

function redirect(response: ServerResponse, address: string): void {
  response.writeHead(302, { Location: address, 'Cache-Control': 'no-cache' });
  response.end();
}

function answer(response: ServerResponse, file: string, edition: DevEdition): void {
  const image = edition.sourceOf(file);
  send(response, file, image === undefined ? bodyOf(file, edition) : readFileSync(image));
}

function send(response: ServerResponse, file: string, body: string | Buffer | undefined): void {
  response.statusCode = body === undefined ? 404 : 200;
  response.setHeader('Content-Type', contentTypeOf(file));
  response.setHeader('Cache-Control', 'no-cache');
  response.end(body);
}

const bodyOf = (file: string, edition: DevEdition): string | undefined =>
  file === BUILD_FILE ? JSON.stringify({ builtAt: new Date().toISOString() }) : edition.file(file);
