import type { FieldDiagnostic, Report } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { ARTICLE_NAMES, FIELD_NAMES, PAGE_NAMES } from './names/field-names.ts';
import { type FieldIndex, fieldValue } from './names/index-fields.ts';
import { findMisspellings } from './names/misspellings.ts';

/** The required fields of an article, with parts of their messages. */
const REQUIRED = {
  title: { expected: 'a `title`', need: 'every article needs one' },
  publishedAt: { expected: '`publishedDateTime`, a date such as 2026-11-23', need: 'every article needs one' },
  originUrl: { expected: 'a `webUrl`, an `originalUrl` or a body', need: 'every article needs one of them' },
} as const;

type RequiredField = keyof typeof REQUIRED;

/** Whether a required field has a valid value, and its diagnostics. */
interface Requirement {
  isMet: boolean;
  diagnostics: readonly FieldDiagnostic[];
  /** Where a value was taken from instead. The name of a note is its title, that of another file is none. */
  madeFrom?: 'heading' | 'note' | 'file' | undefined;
}

/** The unknown names that are compared with the known ones. Real files have a few. */
const MAX_UNKNOWN = 1_000;

const isFine = ({ isMet, diagnostics }: Requirement): boolean => isMet && diagnostics.length === 0;

/**
 * Reports the diagnostics of the required fields, as errors if there is no valid value, and the misspellings of all
 * fields. A misspelt required field is reported once, as missing.
 */
export function reportRequiredFields(
  fields: FieldIndex,
  requirements: Record<RequiredField, Requirement>,
  { isPage, report }: { isPage: boolean; report: Report },
): void {
  const { title, publishedAt, originUrl } = requirements;
  if (fields.unknown.length === 0 && isFine(title) && isFine(publishedAt) && isFine(originUrl)) return;
  const names = isPage ? PAGE_NAMES : ARTICLE_NAMES;
  const misspellings = new Map(findMisspellings(fields.data, [], names, fields.unknown.slice(0, MAX_UNKNOWN)));
  for (const field of Object.keys(REQUIRED) as RequiredField[]) {
    const { isMet, diagnostics, madeFrom } = requirements[field];
    if (isMet) {
      for (const diagnostic of diagnostics) report(diagnostic);
    } else if (diagnostics.length > 0) {
      for (const diagnostic of diagnostics) report({ ...diagnostic, severity: 'error', code: 'bad-required-field' });
    } else {
      const correctName = FIELD_NAMES[field].find((name) => misspellings.has(name));
      const misspelt = correctName === undefined ? undefined : misspellings.get(correctName);
      if (misspelt) report(misspeltField(field, misspelt));
      else if (madeFrom === undefined) report(missingField(field, fields));
      else if (madeFrom === 'file') report(madeTitle(fields));
      if (correctName !== undefined) misspellings.delete(correctName);
    }
  }
  for (const diagnostic of misspellings.values()) report(diagnostic);
}

function missingField(field: RequiredField, fields: FieldIndex): FieldDiagnostic {
  const value = fieldValue(fields, field);
  const { expected, need } = REQUIRED[field];
  const found = value ? 'no text' : 'none';
  const code = value ? 'bad-required-field' : 'missing-field';
  const path = [value?.name ?? FIELD_NAMES[field][0]];
  return { severity: 'error', path, code, message: `Expected ${expected}, found ${found}; ${need}.` };
}

function madeTitle(fields: FieldIndex): FieldDiagnostic {
  const path = [fieldValue(fields, 'title')?.name ?? 'title'];
  const message = 'Expected a `title` or a heading, found none; the name of the file is the title.';
  return { severity: 'warning', path, code: 'missing-title', message, hint: 'Add a `title`.' };
}

function misspeltField(field: RequiredField, misspelt: FieldDiagnostic): FieldDiagnostic {
  const { expected, need } = REQUIRED[field];
  const message = `Expected ${expected}, found ${quote(String(misspelt.path.at(-1)))}; ${need}.`;
  return { ...misspelt, severity: 'error', code: 'missing-field', message };
}
