import { readFileSync } from 'node:fs';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { firstScreenFonts, fontCss } from '../../../settings/look/font-css.ts';
import type { Font } from '../../../settings/look/read-font.ts';
import { ownTypefaces } from '../../../settings/look/typefaces.ts';
import type { Settings } from '../../../settings/settings.ts';
import { contentTypeOf } from '../../../util/content-types.ts';
import { requestedPath } from '../../../util/path-to-file.ts';
import { fontFileName } from '../asset-names.ts';

/** The style sheets of the app, and the one of the first load. */
const STYLES = /\/src\/app\/.+\.css$/;
const FIRST_LOAD = '/src/app/styles.css';

/** A larger font is not preloaded: it would delay the styles and the first images. */
const MAX_PRELOADED_BYTES = 40_000;

/** Adds the typefaces of the publisher: its styles, the files of its fonts, and links that preload them. */
export function typefaceStyles(settings: () => Settings): Plugin {
  const fonts = (): Font[] => Object.values(ownTypefaces(settings()) ?? {}).flat();
  const urlOf = (font: Font): string => settings().site.basePath + fontFileName(font);
  return {
    name: 'broadsheet:typeface-styles',
    // Not `pre`: Vite would bundle the addresses of the fonts itself, and inline small files, which the policy of pages forbids.
    transform(code, id) {
      const [file = ''] = id.replaceAll('\\', '/').split('?', 1);
      if (!STYLES.test(file)) return undefined;
      const css = withHeadlineToken(code, settings());
      return file.endsWith(FIRST_LOAD) ? css + addedStyles(settings(), urlOf) : css;
    },
    generateBundle() {
      if (this.environment.name !== 'client') return;
      const files = new Map(fonts().map((font) => [fontFileName(font), font.source]));
      for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source: readFileSync(source) });
    },
    transformIndexHtml() {
      return firstScreenFonts(ownTypefaces(settings()) ?? {})
        .filter(({ bytes }) => bytes < MAX_PRELOADED_BYTES)
        .map((font) => preload(urlOf(font)));
    },
    configureServer({ config, middlewares }) {
      middlewares.use((request, response, next) => {
        const name = requestedPath(request.url ?? '', config.base);
        const font = fonts().find((own) => fontFileName(own) === name);
        if (!font) {
          next();
          return;
        }
        response.setHeader('Content-Type', contentTypeOf(font.name));
        response.end(readFileSync(font.source));
      });
    },
  };
}

/** Headlines use the token of texts, unless there are own fonts for headlines. */
const withHeadlineToken = (code: string, settings: Settings): string =>
  ownTypefaces(settings)?.headlines ? code : code.replaceAll('--font-headline', '--font-serif');

/** The styles for what the attribute `data-text-face` has by default, see `default-options.ts`. */
function addedStyles(settings: Settings, urlOf: (font: Font) => string): string {
  const own = ownTypefaces(settings);
  if (own) return `\n${fontCss(own, urlOf)}`;
  return settings.typefaces === 'sans' ? '\n[data-text-face="sans"]{--font-serif:var(--font-sans)}' : '';
}

/** `crossorigin` is last: see `minifyTemplate`. Without it, browsers load a font twice. */
const preload = (href: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href, crossorigin: true },
  injectTo: 'head',
});
