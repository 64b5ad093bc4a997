import { brotliCompressSync } from 'node:zlib';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { THEME_FILE } from '../../settings/look/theme/read-theme-file.ts';
import type { AppBundle } from './app-bundle.ts';
import { splitAssetName } from './asset-names.ts';

/** What a server can send before the first answer of the browser. https://datatracker.ietf.org/doc/html/rfc6928 */
export const FIRST_PAINT_LIMIT = 14 * 1024;

/** What the HTML of a page takes of it, up to its third card or its end: the largest kind in `tests/budgets.json`, rounded up. */
export const HTML_BEFORE_FIRST_PAINT = 3_100;

/** The style sheets of the kind of page that loads most before its first paint: an article. */
const STYLE_SHEETS = ['index', 'article-page'];

/** The error that pages load too much before their first paint because of `theme.css`. Sizes are those at brotli 11. */
export function findSlowPaint({ clientFiles }: Pick<AppBundle, 'clientFiles'>): Diagnostic | undefined {
  const sheets = clientFiles.filter(({ path }) => {
    const asset = splitAssetName(path);
    return asset?.extension === 'css' && STYLE_SHEETS.includes(asset.name);
  });
  const sizes = sheets.map(({ body }) => brotliCompressSync(body).length);
  const excess = sizes.reduce((sum, size) => sum + size, HTML_BEFORE_FIRST_PAINT) - FIRST_PAINT_LIMIT;
  if (excess <= 0) return undefined;
  const [limit, over] = [FIRST_PAINT_LIMIT, excess].map((bytes) => bytes.toLocaleString('en'));
  return {
    file: THEME_FILE,
    severity: 'error',
    code: 'slow-paint',
    message: `Expected pages that load at most 14 KB (${limit} bytes, compressed) before they are shown, found ${over} bytes more.`,
    hint: 'Shorten theme.css. Put images of `data:` URLs into `public/`.',
  };
}
