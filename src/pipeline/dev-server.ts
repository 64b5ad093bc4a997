import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import type { ViteDevServer } from 'vite';
import { BUILD_FILE } from '../model/edition-files.ts';
import { type BuiltEdition, buildEdition, type FileCache } from './build-edition.ts';
import { editionFiles } from './outputs/index.ts';
import { type Project, readProject } from './project.ts';
import { closingLine, formatIssues } from './report.ts';

/** Editors write a file in several steps; one edit gives one update. */
const QUIET_MS = 60;

const CONTENT_TYPES: Record<string, string> = {
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
};

/** What the dev server answers with, held in memory. */
interface Served {
  files: Map<string, string>;
  images: Map<string, string>;
}

/**
 * Serves the edition from memory, follows changes of the content folder, and tells open pages when there is a newer
 * edition. Issues go to the terminal; the rest of the content is served all the same.
 */
export function serveEdition(server: ViteDevServer, project: Project): void {
  const cache: FileCache = new Map();
  let served = build(server, project, cache);
  server.watcher.add(project.contentDir);
  let timer: ReturnType<typeof setTimeout> | undefined;
  server.watcher.on('all', (_event, file) => {
    if (!isInside(project.contentDir, file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      served = build(server, readProject(server.config.root, 'dev'), cache);
      server.ws.send('broadsheet:edition');
    }, QUIET_MS);
  });
  server.middlewares.use((request, response, next) => {
    const file = requestedFile(request.url ?? '', server.config.base);
    if (file === undefined || !answer(response, file, served)) next();
  });
}

function build({ config }: ViteDevServer, { contentDir, settings, issues }: Project, cache: FileCache): Served {
  const built = buildEdition({ root: contentDir, settings, cache });
  const all = [...issues, ...built.issues];
  if (all.length > 0) config.logger.warn(formatIssues(all), { timestamp: true });
  config.logger.info(closingLine(built.counts), { timestamp: true });
  return { files: filesOf(built), images: imagesOf(built) };
}

function filesOf(built: BuiltEdition): Map<string, string> {
  const files = new Map<string, string>();
  for (const { path: file, body } of editionFiles(built)) files.set(file, body);
  return files.set(BUILD_FILE, JSON.stringify({ builtAt: new Date().toISOString() }));
}

const imagesOf = ({ localImages }: BuiltEdition): Map<string, string> =>
  new Map(localImages.map(({ source, output }) => [output, source]));

/** The path below the base path that a request asks for; `undefined` when it is not for a file of the edition. */
function requestedFile(url: string, base: string): string | undefined {
  const [pathname = ''] = url.split('?');
  if (!pathname.startsWith(base)) return undefined;
  try {
    const file = decodeURIComponent(pathname.slice(base.length));
    return /^(data|assets\/content)\//.test(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

function answer(response: ServerResponse, file: string, { files, images }: Served): boolean {
  const image = images.get(file);
  const body = image === undefined ? files.get(file) : readFileSync(image);
  response.statusCode = body === undefined ? 404 : 200;
  response.setHeader('Content-Type', CONTENT_TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream');
  response.setHeader('Cache-Control', 'no-cache');
  response.end(body);
  return true;
}

function isInside(dir: string, file: string): boolean {
  const relative = path.relative(dir, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
