import { createRequire } from 'node:module';
import type { CustomAtRules, Image, Visitor } from 'lightningcss';
import { createLineIndex } from '../../../content/markdown/report/source-positions.ts';
import type { SourceLocation } from '../../../diagnostics/code-frame.ts';
import { checkNesting } from './check-nesting.ts';
import { describeWarning } from './describe-warning.ts';
import { findHidden } from './find-hidden.ts';
import { findRefused } from './find-refused.ts';
import { maskCss } from './mask-css.ts';
import { resolveUrl, type ThemeFiles } from './resolve-url.ts';
import type { ThemeFault } from './theme-fault.ts';
import { namesFile, offsetOfString, visitStrings } from './visit-strings.ts';

interface ParsedTheme {
  /** The rules, to be put into a layer. Its URLs are those of the site. */
  css: string;
  faults: ThemeFault[];
}

const require = createRequire(import.meta.url);

/** Loaded when it is needed: most sites have no style sheet. */
const loadParser = (): typeof import('lightningcss') => require('lightningcss') as typeof import('lightningcss');

/** Parses and checks the text of `theme.css`. */
export function parseTheme(text: string, files: ThemeFiles): ParsedTheme {
  const masked = maskCss(text);
  const locate = createLineIndex(text).locationOf;
  const broken = checkNesting(text, masked, locate);
  if (broken) return { css: '', faults: [broken] };
  const faults: ThemeFault[] = [...findRefused(text, masked, locate), ...findHidden(masked, locate)];
  const place = (url: string, location: SourceLocation): string => {
    const result = resolveUrl(url, files);
    if ('url' in result) return result.url;
    faults.push({ severity: 'error', ...result, ...location });
    return url;
  };
  const { code, warnings } = transform(text, {
    ...visitStrings((url) => place(url, locate(offsetOfString(text, masked, url)))),
    Url: ({ url, loc }) => ({ url: place(url, loc), loc }),
    Image: (image) => placeImageSet(image, place),
    Rule: {
      property: ({ value: { initialValue, loc } }) => {
        if (namesFile(initialValue)) faults.push({ ...FILE_IN_PROPERTY, line: loc.line + 1, column: loc.column });
      },
    },
  });
  faults.push(...warnings);
  return { css: code.trim(), faults };
}

/** Transforms rules with the parser. What it does not accept are faults. */
function transform(text: string, visitor: Visitor<CustomAtRules>): { code: string; warnings: ThemeFault[] } {
  try {
    const { code, warnings } = loadParser().transform({
      filename: 'theme.css',
      code: Buffer.from(text),
      errorRecovery: true,
      visitor,
    });
    return { code: code.toString(), warnings: warnings.flatMap(describeWarning) };
  } catch (error) {
    const { message, loc } = error as Error & { loc?: SourceLocation };
    const fault = { code: 'bad-css', message: `Expected valid CSS, found an error: ${message}.` };
    return { code: '', warnings: [{ severity: 'error', ...fault, ...(loc ?? { line: 1, column: 1 }) }] };
  }
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

const FILE_IN_PROPERTY = {
  severity: 'error',
  code: 'refused-url',
  message: 'Expected an initial value without a file, found one.',
  hint: 'Set the property in a rule for `:root`.',
} as const;
