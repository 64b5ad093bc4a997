import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Rolldown } from 'vite';
import { hashOf } from '../../util/hash.ts';
import { addPolicy } from './content-security-policy.ts';
import { PAGE_HEAD } from './fill-template.ts';

/** What Vite made of the app: `index.html` with its marks, and the names of the files beside it. */
export interface Template {
  html: string;
  assets: string[];
  /** For each chunk that is fetched on demand, by the name of its module: the files that it needs. */
  chunks: Map<string, string[]>;
  /** Begins and ends with a slash. */
  basePath: string;
}

export const createTemplate = (): Template => ({ html: '', assets: [], chunks: new Map(), basePath: '/' });

/** Keeps the client's `index.html` from being written as it is, and notes the files that are. */
export function takeTemplate(template: Template, bundle: Rolldown.OutputBundle, basePath: string): void {
  template.basePath = basePath;
  for (const [name, file] of Object.entries(bundle)) {
    if (name === 'index.html' && file.type === 'asset') {
      template.html = addPolicy(tidy(String(file.source)));
      delete bundle[name];
      continue;
    }
    template.assets.push(name);
    if (file.type === 'chunk' && file.isDynamicEntry) template.chunks.set(file.name, filesOf(name, bundle));
  }
}

/** A chunk, all that it imports, and their styles. */
function filesOf(name: string, bundle: Rolldown.OutputBundle, found = new Set<string>()): string[] {
  const file = bundle[name];
  if (file?.type !== 'chunk' || found.has(name)) return [...found];
  found.add(name);
  for (const style of file.viteMetadata?.importedCss ?? []) found.add(style);
  for (const imported of file.imports) filesOf(imported, bundle, found);
  return [...found];
}

/**
 * Every page carries the template: what makes it readable as a file is left out. Script waits, so that what is drawn
 * first comes first. What a page adds to the head comes last: the layers of styles are in the order of the first sheet.
 */
const tidy = (html: string): string =>
  html
    .replace(PAGE_HEAD, '')
    .replace('</head>', `${PAGE_HEAD}</head>`)
    .replaceAll('<script type="module"', '<script type="module" fetchpriority="low"')
    .replace(/<!--\s.*?\s-->/gs, '')
    .replace(/\n\s*/g, '')
    .replaceAll(' crossorigin', '');

/** Asks for the styles and the code of a page's modules together with the page, as far as the template does not yet. */
export function preloadModules({ chunks, html, basePath }: Template, modules: readonly string[]): string {
  const files = new Set(modules.flatMap((module) => chunks.get(module) ?? []));
  return [...files]
    .map((file) => basePath + file)
    .filter((url) => !html.includes(`"${url}"`))
    .map((url) =>
      url.endsWith('.css')
        ? `<link rel="stylesheet" href="${url}">`
        : `<link rel="modulepreload" fetchpriority="low" href="${url}">`,
    )
    .join('');
}

/** Changes with the template and with what the app renders. */
export function rendererVersion({ html, chunks }: Template, serverBundle: string): string {
  const files = readdirSync(serverBundle, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const code = files.sort().map((file) => hashOf(readFileSync(path.join(serverBundle, file))));
  return hashOf([html, JSON.stringify([...chunks]), ...code].join('\n'));
}
