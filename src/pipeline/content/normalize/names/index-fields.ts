import type { FieldPath } from '../../../diagnostics/diagnostic.ts';
import type { FrontMatter } from '../../front-matter/parse-front-matter.ts';
import { isMapping } from '../values/read-value.ts';
import { FIELD_NAMES, type Field } from './field-names.ts';
import { FOREIGN_NAMES, HARMLESS_NAMES } from './foreign-names.ts';

/** A value with its field name in the file. */
export interface FieldValue {
  name: string;
  value: unknown;
  /** The next value of the field, under another name. */
  next?: FieldValue | undefined;
}

/** The fields of a file or of a related story, under the names that it uses. */
export interface FieldIndex {
  data: FrontMatter;
  /** By the number of a field: its first value, which links to the next. Empty values are left out. */
  values: (RankedValue | undefined)[];
  /** The names that are not those of a field. */
  unknown: readonly string[];
  /** The names that are spelled in another case than in the documentation. */
  respelled: readonly Respelling[];
}

export interface Respelling {
  name: string;
  known: string;
}

interface RankedValue extends FieldValue {
  rank: number;
  next: RankedValue | undefined;
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

const FIELDS = Object.keys(FIELD_NAMES) as Field[];
const NO_VALUES: readonly (RankedValue | undefined)[] = FIELDS.map(() => undefined);
const NUMBERS = Object.fromEntries(FIELDS.map((field, number) => [field, number])) as Record<Field, number>;

/** Finds the fields of front matter. This runs for each related story, so it is made for speed. */
export function indexFields(data: FrontMatter): FieldIndex {
  const index: FieldIndex = { data, values: NO_VALUES.slice(), unknown: NONE, respelled: NO_RESPELLINGS };
  for (const name of Object.keys(data)) addName(name, data[name], index);
  return index;
}

const NONE: readonly string[] = [];
const NO_RESPELLINGS: readonly Respelling[] = [];

function addUnknown(index: FieldIndex, name: string): void {
  if (index.unknown === NONE) index.unknown = [name];
  else (index.unknown as string[]).push(name);
}

function addName(name: string, value: unknown, index: FieldIndex): void {
  const candidates = candidatesOf(name);
  if (candidates === HARMLESS || candidates === undefined) {
    if (candidates === undefined && !isEmpty(value)) addUnknown(index, name);
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
    const rank = candidate.rank + (known === name ? 0 : 0.5);
    addValue(index, field, { name, value: selected, rank, next: undefined });
    if (known !== name && isOtherCase(name, candidate)) index.respelled = [...index.respelled, { name, known }];
  }
  if (!isRead && !HARMLESS_KEYS.has(foldName(name))) addUnknown(index, name);
}

const isOtherCase = (name: string, { field, known }: Candidate): boolean =>
  known.toLowerCase() === name.toLowerCase() && FIELD_NAMES[field].some((documented) => documented === known);

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
        next: undefined,
      });
    }
  }
}

const IN_CONTAINER = 1_000;

function addValue({ values }: FieldIndex, field: Field, value: RankedValue): void {
  const first = values[NUMBERS[field]];
  if (first === undefined || first.rank > value.rank) {
    value.next = first;
    values[NUMBERS[field]] = value;
    return;
  }
  let before = first;
  while (before.next !== undefined && before.next.rank <= value.rank) before = before.next;
  value.next = before.next;
  before.next = value;
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

/** All values of a field under its different names, in order of precedence. */
export function fieldValues({ values }: FieldIndex, field: Field): FieldValue[] {
  const found: FieldValue[] = [];
  for (let value = values[NUMBERS[field]]; value; value = value.next) found.push(value);
  return found;
}

/** The value of a field: the first one that is not empty. */
export const fieldValue = ({ values }: FieldIndex, field: Field): FieldValue | undefined => values[NUMBERS[field]];

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
