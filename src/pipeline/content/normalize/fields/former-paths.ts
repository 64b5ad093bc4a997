import { posix } from 'node:path';
import type { FieldPath, Report } from '../../../diagnostics/diagnostic.ts';
import type { FolderLayout } from '../../files/folder-layout.ts';
import { type FieldValue, fieldItems } from '../names/index-fields.ts';
import { describeValue, scalarText } from '../values/describe-value.ts';
import type { FieldContext } from './field-context.ts';
import { invalidNameReason } from './slug.ts';

export const MAX_FORMER_PATHS = 16;
const MAX_BYTES = 1_000;

/**
 * Reads the former paths of an article, unique and at most 16: relative to the site's base path, decoded. A path that
 * cannot be a file of a static site is dropped with a warning.
 */
export function readFormerPaths(
  values: readonly FieldValue[],
  { file, layout, report }: FieldContext,
): string[] | undefined {
  const items = fieldItems(
    values.flatMap((value) => pathsOf(value, file, layout)),
    [],
  );
  const paths = new Set<string>();
  for (const { value, path } of items) {
    const former = isBlank(value) ? undefined : readPath(value, path, report);
    if (former === undefined || paths.has(former)) continue;
    if (paths.size === MAX_FORMER_PATHS) {
      const message = `Expected at most ${MAX_FORMER_PATHS} former paths, found ${items.length}; the rest is left out.`;
      report({ severity: 'warning', path, code: 'cut', message });
      break;
    }
    paths.add(former);
  }
  return paths.size > 0 ? [...paths] : undefined;
}

/**
 * The values that are paths. An alias of a note app is another name of the note, one of Hugo may be relative to the folder
 * of its file, and those of Zola need no leading `/`.
 */
function pathsOf({ name, value }: FieldValue, file: string, { system }: FolderLayout): FieldValue[] {
  if (!/^(?:alias(?:es)?|path)$/i.test(name)) return [{ name, value }];
  // `path` is the address of a page in Gatsby and Zola only.
  if (name === 'path' && system !== 'Gatsby' && system !== 'Zola') return [];
  const toPath = (item: unknown): unknown => {
    if (typeof item !== 'string' || item.startsWith('/')) return item;
    if (system === 'Zola') return `/${item}`;
    if (system === 'Hugo') return `/${posix.join(posix.dirname(file).replace(/^content\/?/, ''), item)}`;
    return item.includes('/') ? item : undefined;
  };
  return [{ name, value: Array.isArray(value) ? value.map(toPath) : toPath(value) }];
}

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

function readPath(value: unknown, path: FieldPath, report: Report): string | undefined {
  const result = parsePath(scalarText(value)?.trim() ?? '');
  if ('former' in result) return result.former;
  const reason = result.reason === undefined ? '' : `: ${result.reason}`;
  const message = `Expected a path such as /articles/old-name/, found ${describeValue(value)}${reason}.`;
  report({ severity: 'warning', path, code: 'bad-path', message, hint: result.hint });
  return undefined;
}

type PathResult = { former: string } | { reason?: string; hint: string };

function parsePath(text: string): PathResult {
  if (/^(?:[a-z][a-z\d+.-]*:)?[/\\]{2}/i.test(text))
    return { reason: 'it contains a host', hint: 'Remove the host: a path begins with one `/`.' };
  if (!text.startsWith('/')) return { hint: 'Begin it with `/`: it is relative to the address of the site.' };
  if (/[?#]/.test(text))
    return { reason: 'a path has no query and no fragment', hint: 'Remove the `?` or `#` and the text after it.' };
  if (text === '/') return { former: text };
  // Segments are decoded one by one, because an encoded `/` is not a separator.
  const segments = decodeAll(text.slice(1).replace(/\/$/, '').split('/'));
  if (!segments) return { reason: 'it contains a `%` that is not an escape', hint: 'Write `%25` for a percent sign.' };
  const invalidName = segments.map(invalidNameReason).find((reason) => reason !== undefined);
  if (invalidName !== undefined)
    return { reason: invalidName, hint: 'Remove or correct it: no file can have this path.' };
  const former = `/${segments.join('/')}${text.endsWith('/') ? '/' : ''}`;
  if (Buffer.byteLength(former) <= MAX_BYTES) return { former };
  const max = MAX_BYTES.toLocaleString('en');
  return { reason: `it is longer than ${max} bytes`, hint: 'Remove it: no file can have this path.' };
}

function decodeAll(segments: readonly string[]): string[] | undefined {
  try {
    return segments.map((segment) => decodeURIComponent(segment).normalize('NFC'));
  } catch {
    return undefined;
  }
}
