import type { Rolldown } from 'vite';
import { addPolicy } from './content-security-policy.ts';
import { PAGE_HEAD } from './fill-template.ts';

/** The client build of the app. */
export interface Template {
  /** `index.html` with its placeholders. */
  html: string;
  /** Whether the style sheets name fonts of the publisher. */
  hasFonts: boolean;
  /** The files that each lazy chunk needs, by the name of its module. */
  chunks: Map<string, string[]>;
  /** Begins and ends with a slash. */
  basePath: string;
}

export const createTemplate = (): Template => ({ html: '', hasFonts: false, chunks: new Map(), basePath: '/' });

/** Moves `index.html` from the client bundle to the template, so that Vite does not write it, and lists lazy chunks. */
export function takeTemplate(template: Template, bundle: Rolldown.OutputBundle): void {
  template.hasFonts = Object.values(bundle).some(
    (file) => file.type === 'asset' && file.fileName.endsWith('.css') && String(file.source).includes('@font-face'),
  );
  for (const [name, file] of Object.entries(bundle)) {
    if (name === 'index.html' && file.type === 'asset') {
      template.html = addPolicy(minifyTemplate(String(file.source)), template.hasFonts);
      delete bundle[name];
      continue;
    }
    if (file.type === 'chunk' && file.isDynamicEntry) template.chunks.set(file.name, filesOf(name, bundle));
  }
}

/** The files of a chunk: itself, its imports and their styles. */
function filesOf(name: string, bundle: Rolldown.OutputBundle, found = new Set<string>()): string[] {
  const file = bundle[name];
  if (file?.type !== 'chunk' || found.has(name)) return [...found];
  found.add(name);
  for (const style of file.viteMetadata?.importedCss ?? []) found.add(style);
  for (const imported of file.imports) filesOf(imported, bundle, found);
  return [...found];
}

/**
 * Minifies `index.html`, as every page contains it. Scripts get a low priority, so that styles and images load first. The
 * placeholder for a page's head moves to the end of the head: the first style sheet defines the order of cascade layers.
 * Vite writes `crossorigin` before addresses; it is of use only for fonts.
 */
const minifyTemplate = (html: string): string =>
  html
    .replace(PAGE_HEAD, '')
    .replace('</head>', `${PAGE_HEAD}</head>`)
    .replaceAll('<script type="module"', '<script type="module" fetchpriority="low"')
    .replace(/<!--\s.*?\s-->/gs, '')
    .replace(/\n\s*/g, '')
    .replace(/ crossorigin(?= (?:src|href)=)/g, '');

/** `<link>` elements that load the styles and code of a page's modules, except those that are in the template. */
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
