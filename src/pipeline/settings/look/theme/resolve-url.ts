import { PUBLIC_FOLDER } from '../../../content/files/folder-layout.ts';
import { quote } from '../../../diagnostics/quote.ts';
import type { ThemeFault } from './theme-fault.ts';

/** What decides to which files `theme.css` may refer. */
export interface ThemeFiles {
  /** The paths of the files that are copied from `public/`. */
  publicPaths: ReadonlySet<string>;
  /** The system for which the folder was made, if nothing is copied because of it. */
  withoutPublic?: string | undefined;
  /** Begins and ends with a slash. */
  basePath: string;
}

type UrlFault = Pick<ThemeFault, 'code' | 'message' | 'hint'>;

/**
 * Returns the URL that the style sheet of the site contains for one in `theme.css`: an image in the URL itself, an element
 * of the page, or a file of `public/`, whose path gets the base path.
 */
export function resolveUrl(
  url: string,
  { publicPaths, withoutPublic, basePath }: ThemeFiles,
): { url: string } | UrlFault {
  if (url.startsWith('#') || /^data:image\/[\w.+-]+[;,]/i.test(url)) return { url };
  const hint =
    withoutPublic === undefined
      ? `Put the file into \`${PUBLIC_FOLDER}/\` and name it as in \`url("/images/paper.png")\`.`
      : `Nothing is copied from \`${PUBLIC_FOLDER}/\` in a folder of ${withoutPublic}. Use a \`data:\` URL of an image.`;
  if (/^data:/i.test(url))
    return { code: 'bad-url', message: `Expected an image in a \`data:\` URL, found ${quote(url)}.`, hint };
  if (/^\s*(?:[a-z][\w+.-]*:|[\\/]{2})/i.test(url))
    return { code: 'remote-url', message: `Expected a file of the site, found the address ${quote(url)}.`, hint };
  const [, path = '', suffix = ''] = /^\/([^?#]*)(.*)$/s.exec(url) ?? [];
  const file = decoded(path).normalize('NFC');
  if (publicPaths.has(file)) return { url: basePath + file.split('/').map(encodeURIComponent).join('/') + suffix };
  const expected = `Expected the path of a file of \`${PUBLIC_FOLDER}/\` with a leading slash`;
  return { code: 'no-such-file', message: `${expected}, found ${quote(url)}.`, hint };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
