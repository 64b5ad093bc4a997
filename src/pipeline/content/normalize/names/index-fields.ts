import type { FieldPath } from '../../../diagnostics/diagnostic.ts';
import type { FrontMatter } from '../../front-matter/parse-front-matter.ts';
import { isMapping } from '../values/read-value.ts';
import { FIELD_NAMES, type Field } from './field-names.ts';
import { FOREIGN_NAMES, HARMLESS_NAMES } from './foreign-names.ts';

/** A value with its field name in the file. */
export interface FieldValue {
  name: string;
  value: unknown;
}

/** The fields of a file or of a related story, under the names that it uses. */
export interface FieldIndex {
  /** The values of each field in order of precedence, without empty ones. */
  values: Partial<Record<Field, RankedValue[]>>;
  /** The names that are not those of a field. */
  unknown: string[];
  /** The names that are spelled in another case than in the documentation. */
  respelled: Respelling[];
}

export interface Respelling {
  name: string;
  known: string;
}

interface RankedValue extends FieldValue {
  rank: number;
}

/** A field that a name may be of. */
interface Candidate {
  field: Field;
  /** The name as it is spelled here. */
  known: string;
  /** Names with a lower rank are used first. */
  rank: number;
  accepts?: (value: unknown) => boolean;
  select?: (value: unknown) => unknown;
}

const indexes = new WeakMap<FrontMatter, FieldIndex>();

/** Finds the fields of front matter, once for each object. */
export function indexFields(data: FrontMatter): FieldIndex {
  const known = indexes.get(data);
  if (known) return known;
  const index: FieldIndex = { values: {}, unknown: [], respelled: [] };
  for (const name of Object.keys(data)) addName(name, data[name], index);
  indexes.set(data, index);
  return index;
}

const NONE: readonly never[] = [];

function addName(name: string, value: unknown, index: FieldIndex): void {
  const candidates = candidatesOf(name);
  if (candidates === HARMLESS || candidates === undefined) {
    if (candidates === undefined && !isEmpty(value)) index.unknown.push(name);
    if (isMapping(value) && CONTAINERS.has(foldName(name))) addContainer(name, value, index);
    return;
  }
  if (isEmpty(value)) return;
  let isRead = false;
  for (const candidate of candidates) {
    const { field, known, accepts, select } = candidate;
    if (accepts && !accepts(value)) continue;
    const selected = select ? select(value) : value;
    if (isEmpty(selected)) continue;
    isRead = true;
    addValue(index, field, { name, value: selected, rank: candidate.rank + (known === name ? 0 : 0.5) });
    if (isOtherCase(name, candidate)) index.respelled.push({ name, known });
  }
  if (!isRead && !HARMLESS_KEYS.has(foldName(name))) index.unknown.push(name);
}

const isOtherCase = (name: string, { field, known }: Candidate): boolean =>
  known !== name &&
  known.toLowerCase() === name.toLowerCase() &&
  FIELD_NAMES[field].some((documented) => documented === known);

/** Mappings of Hugo and Zola whose fields belong to the page. Their names come after all others. */
const CONTAINERS: ReadonlySet<string> = new Set(['params', 'extra', 'taxonomies']);

function addContainer(parent: string, values: Record<string, unknown>, index: FieldIndex): void {
  for (const [name, value] of Object.entries(values)) {
    for (const candidate of candidatesOf(name) ?? []) {
      const selected = candidate.select ? candidate.select(value) : value;
      if (isEmpty(selected) || (candidate.accepts && !candidate.accepts(value))) continue;
      addValue(index, candidate.field, {
        name: `${parent}.${name}`,
        value: selected,
        rank: candidate.rank + IN_CONTAINER,
      });
    }
  }
}

const IN_CONTAINER = 1_000;

function addValue({ values }: FieldIndex, field: Field, value: RankedValue): void {
  const list = values[field];
  if (!list) values[field] = [value];
  else {
    const at = list.findIndex(({ rank }) => rank > value.rank);
    list.splice(at === -1 ? list.length : at, 0, value);
  }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** A key that is equal for the spellings of a name: without case, hyphens, underscores and spaces. */
const foldName = (name: string): string => name.toLowerCase().replace(/[-_ ]/g, '');

const HARMLESS: readonly Candidate[] = [];
const HARMLESS_KEYS: ReadonlySet<string> = new Set(HARMLESS_NAMES.map(foldName));

/** The candidates by folded name. */
const byKey = new Map<string, Candidate[]>();
for (const [field, own] of Object.entries(FIELD_NAMES) as [Field, readonly string[]][]) {
  const foreign = FOREIGN_NAMES[field] ?? [];
  for (const [rank, name] of [...own.map((known) => ({ name: known })), ...foreign].entries()) {
    const { name: known, ...rules } = name;
    const list = byKey.get(foldName(known)) ?? [];
    if (!list.some((candidate) => candidate.field === field)) list.push({ field, known, rank, ...rules });
    byKey.set(foldName(known), list);
  }
}

/** Thousands of files have the same names. */
const byName = new Map<string, readonly Candidate[] | null>();
const MAX_CACHED = 10_000;

function candidatesOf(name: string): readonly Candidate[] | undefined {
  const cached = byName.get(name);
  if (cached !== undefined) return cached ?? undefined;
  const key = foldName(name);
  const found = byKey.get(key) ?? (HARMLESS_KEYS.has(key) ? HARMLESS : undefined);
  if (byName.size < MAX_CACHED) byName.set(name, found ?? null);
  return found;
}

/** All values of a field under its different names, in order of precedence, without empty ones. */
export const fieldValues = (data: FrontMatter, field: Field): readonly FieldValue[] =>
  indexFields(data).values[field] ?? NONE;

/** The value of a field: the first one that is not empty. */
export const fieldValue = (data: FrontMatter, field: Field): FieldValue | undefined =>
  indexFields(data).values[field]?.[0];

/** An item of a list, or a single value, with its path in the file. */
export interface FieldItem {
  value: unknown;
  path: FieldPath;
}

/** The items of all values of a field. A value that is not a list is one item. */
export function fieldItems(values: readonly FieldValue[], path: FieldPath): FieldItem[] {
  const items: FieldItem[] = [];
  for (const { name, value } of values) {
    if (!Array.isArray(value)) items.push({ value, path: [...path, name] });
    else for (const [index, item] of value.entries()) items.push({ value: item, path: [...path, name, index] });
  }
  return items;
}
