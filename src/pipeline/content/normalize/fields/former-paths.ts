import type { FieldPath, Report } from '../../../diagnostics/diagnostic.ts';
import { describeValue, scalarText } from '../values/describe-value.ts';
import { asList, type Value } from '../values/read-value.ts';
import { invalidNameReason } from './slug.ts';

export const MAX_FORMER = 16;
const MAX_BYTES = 1_000;

/**
 * The paths at which an article could be found before, each once, at most 16: below the site's base path, decoded. What
 * no file of a static site can answer is dropped with a warning.
 */
export function readFormerPaths({ value, path, report }: Value): string[] | undefined {
  const isList = Array.isArray(value);
  const given = asList(value);
  const paths = new Set<string>();
  for (const [index, item] of given.entries()) {
    const at = isList ? [...path, index] : path;
    const former = isBlank(item) ? undefined : readPath(item, at, report);
    if (former === undefined || paths.has(former)) continue;
    if (paths.size === MAX_FORMER) {
      const message = `Expected at most ${MAX_FORMER} former addresses, found ${given.length}; the rest is cut.`;
      report({ severity: 'warning', path: at, code: 'cut', message });
      break;
    }
    paths.add(former);
  }
  return paths.size > 0 ? [...paths] : undefined;
}

const isBlank = (value: unknown): boolean => value === null || (typeof value === 'string' && value.trim() === '');

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
    return { reason: 'it names a host', hint: 'Leave the host out: a path begins with one `/`.' };
  if (!text.startsWith('/')) return { hint: 'Begin it with `/`: it is a path below the address of the site.' };
  if (/[?#]/.test(text))
    return { reason: 'a file has no query and no fragment', hint: 'End it before the `?` or `#`.' };
  if (text === '/') return { former: text };
  // Each segment by itself: an encoded `/` divides nothing.
  const segments = decodeAll(text.slice(1).replace(/\/$/, '').split('/'));
  if (!segments) return { reason: 'a `%` in it encodes nothing', hint: 'Write `%25` for the sign itself.' };
  const fault = segments.map(invalidNameReason).find((reason) => reason !== undefined);
  if (fault !== undefined) return { reason: fault, hint: 'No file can be there: leave it out, or mend it.' };
  const former = `/${segments.join('/')}${text.endsWith('/') ? '/' : ''}`;
  if (Buffer.byteLength(former) <= MAX_BYTES) return { former };
  const most = MAX_BYTES.toLocaleString('en');
  return { reason: `it is longer than ${most} bytes`, hint: 'No file can be there: leave it out.' };
}

function decodeAll(segments: readonly string[]): string[] | undefined {
  try {
    return segments.map((segment) => decodeURIComponent(segment).normalize('NFC'));
  } catch {
    return undefined;
  }
}
