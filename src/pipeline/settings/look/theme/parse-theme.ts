import { createRequire } from 'node:module';
import type { Function as CssFunction, Image, TokenOrValue } from 'lightningcss';
import { createLineIndex } from '../../../content/markdown/report/source-positions.ts';
import type { SourceLocation } from '../../../diagnostics/code-frame.ts';
import { checkNesting } from './check-nesting.ts';
import { describeWarning } from './describe-warning.ts';
import { findHidden } from './find-hidden.ts';
import { maskCss } from './mask-css.ts';
import { resolveUrl, type ThemeFiles } from './resolve-url.ts';
import type { Locate, ThemeFault } from './theme-fault.ts';

interface ParsedTheme {
  /** The rules, to be put into a layer. Its URLs are those of the site. */
  css: string;
  faults: ThemeFault[];
}

const require = createRequire(import.meta.url);

/** Loaded when it is needed: most papers have no style sheet. */
const loadParser = (): typeof import('lightningcss') => require('lightningcss') as typeof import('lightningcss');

/** Parses and checks the text of `theme.css`. */
export function parseTheme(text: string, files: ThemeFiles): ParsedTheme {
  const masked = maskCss(text);
  const locate = createLineIndex(text).locationOf;
  const broken = checkNesting(text, masked, locate);
  if (broken) return { css: '', faults: [broken] };
  const faults: ThemeFault[] = [...findRefused(masked, locate), ...findHidden(masked, locate)];
  const place = (url: string, location: SourceLocation): string => {
    const result = resolveUrl(url, files);
    if ('url' in result) return result.url;
    faults.push({ severity: 'error', ...result, ...location });
    return url;
  };
  const { code, warnings } = loadParser().transform({
    filename: 'theme.css',
    code: Buffer.from(text),
    errorRecovery: true,
    visitor: {
      Url: ({ url, loc }) => ({ url: place(url, loc), loc }),
      Image: (image) => placeImageSet(image, place),
      Function: (called) => placeStrings(called, (url) => place(url, locate(Math.max(text.indexOf(url), 0)))),
    },
  });
  faults.push(...warnings.flatMap(describeWarning));
  return { css: code.toString().trim(), faults };
}

type Place = (url: string, location: SourceLocation) => string;

/** The parser does not visit the URLs of `image-set()`. */
function placeImageSet(image: Image, place: Place): Image | undefined {
  if (image.type !== 'image-set') return undefined;
  const options = image.value.options.map((option) => {
    if (option.image.type !== 'url') return option;
    const { url, loc } = option.image.value;
    return { ...option, image: { ...option.image, value: { url: place(url, loc), loc } } };
  });
  return { ...image, value: { ...image.value, options } };
}

/** In a value with variables, or of a property that the parser does not know, strings are URLs for these functions only. */
function placeStrings(called: CssFunction, place: (url: string) => string): TokenOrValue | undefined {
  if (!/^(?:-webkit-)?image-set$|^src$/i.test(called.name)) return undefined;
  const placed = called.arguments.map((argument) =>
    argument.type === 'token' && argument.value.type === 'string'
      ? { ...argument, value: { ...argument.value, value: place(argument.value.value) } }
      : argument,
  );
  return { type: 'function', value: { ...called, arguments: placed } };
}

const REFUSED: Record<string, { message: string; hint: string }> = {
  import: {
    message: 'Expected the rules themselves, found `@import`.',
    hint: 'Copy the rules of the other file into theme.css.',
  },
  namespace: {
    message:
      'Expected rules without a namespace, found `@namespace`: it must be the first rule of the style sheet of the site.',
    hint: 'Select elements of SVG by their names.',
  },
};

/** Rules that must be the first in a style sheet. Those of `theme.css` follow others. */
const findRefused = (masked: string, locate: Locate): ThemeFault[] =>
  [...masked.matchAll(/@(import|namespace)(?![\w-])/gi)].flatMap(({ 1: name = '', index }) => {
    const refused = REFUSED[name.toLowerCase()];
    return refused ? [{ severity: 'error', code: 'refused-rule', ...refused, ...locate(index) }] : [];
  });
