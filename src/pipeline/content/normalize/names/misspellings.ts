import { editDistance } from '../../../../model/text/edit-distance.ts';
import { type FieldDiagnostic, type FieldPath, fieldName, type Report } from '../../../diagnostics/diagnostic.ts';
import { quote } from '../../../diagnostics/quote.ts';
import type { FrontMatter } from '../../front-matter/parse-front-matter.ts';

/**
 * Reports a warning for each unknown name that is a likely misspelling of a missing field. Other unknown names are
 * ignored. Misspellings of `secured` have been removed before.
 */
export function warnOfMisspellings(data: FrontMatter, path: FieldPath, names: readonly string[], report: Report): void {
  for (const diagnostic of findMisspellings(data, path, names).values()) report(diagnostic);
}

/** The warnings about misspelt fields, by the correct name. `candidates` are the names that may be misspelt. */
export function findMisspellings(
  data: FrontMatter,
  path: FieldPath,
  names: readonly string[],
  candidates: readonly string[] = Object.keys(data),
): ReadonlyMap<string, FieldDiagnostic> {
  let found: Map<string, FieldDiagnostic> | undefined;
  for (const name of candidates) {
    const likely = likelyName(name, names);
    if (likely === undefined || Object.hasOwn(data, likely) || found?.has(likely)) continue;
    found ??= new Map();
    const message = `Expected a known field, found ${quote(name)}; it is ignored.`;
    const hint = `Did you mean \`${fieldName([...path, likely])}\`?`;
    const namePath = [...path, name];
    found.set(likely, { severity: 'warning', path: namePath, isAboutName: true, code: 'unknown-field', message, hint });
  }
  return found ?? NONE;
}

const NONE: ReadonlyMap<string, FieldDiagnostic> = new Map();

/** A hint for an unknown name, if it is similar to a known one. */
export function didYouMean(name: string, names: readonly string[]): string | undefined {
  const likely = likelyName(name, names);
  return likely === undefined ? undefined : `Did you mean \`${likely}\`?`;
}

/** By list of names: the likely name of each name, or `null` if there is none. */
const caches = new WeakMap<readonly string[], Map<string, string | null>>();
const MAX_CACHED = 10_000;

function likelyName(name: string, names: readonly string[]): string | undefined {
  const cache = caches.get(names) ?? createCache(names);
  const cached = cache.get(name);
  if (cached !== undefined) return cached ?? undefined;
  const lower = name.toLowerCase();
  const likely = names.find((candidate) => isLikely(lower, candidate.toLowerCase()));
  if (cache.size < MAX_CACHED) cache.set(name, likely ?? null);
  return likely;
}

function createCache(names: readonly string[]): Map<string, string | null> {
  const cache = new Map<string, string | null>(names.map((name) => [name, null]));
  caches.set(names, cache);
  return cache;
}

/** For short names only swapped letters count: changing one letter often gives another word, as `date` and `data`. */
function isLikely(name: string, candidate: string): boolean {
  if (Math.abs(name.length - candidate.length) > 2) return false;
  if (candidate.length <= 4) return sortLetters(name) === sortLetters(candidate);
  return editDistance(name, candidate, 2) <= (candidate.length < 8 ? 1 : 2);
}

const sortLetters = (word: string): string => Array.from(word).sort().join('');
