import type { FieldDiagnostic, Report } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { FrontMatter } from '../front-matter/parse-front-matter.ts';
import { ARTICLE_NAMES, FIELD_NAMES, findMisspellings, givenValue } from './fields/field-names.ts';

/** What an article cannot do without, in the words of a message. */
const REQUIRED = {
  title: { expected: 'a `title`', need: 'every article needs one' },
  publishedAt: { expected: '`publishedDateTime`, an ISO 8601 date', need: 'every article needs one' },
  originUrl: { expected: 'a `webUrl`, an `originalUrl` or a body', need: 'every article needs one of them' },
} as const;

type RequiredField = keyof typeof REQUIRED;

/** A required field: whether it has a value, and what was found on the way to it. */
interface Requirement {
  isMet: boolean;
  diagnostics: readonly FieldDiagnostic[];
}

/**
 * Reports what was found in the required fields, as errors where there is no value, and the misspellings of all
 * fields. One fault is one issue: where a required field is misspelt, that is all there is to say.
 */
export function reportRequiredFields(
  data: FrontMatter,
  requirements: Record<RequiredField, Requirement>,
  report: Report,
): void {
  const misspellings = new Map(findMisspellings(data, [], ARTICLE_NAMES));
  for (const field of Object.keys(REQUIRED) as RequiredField[]) {
    const { isMet, diagnostics } = requirements[field];
    if (isMet) {
      for (const diagnostic of diagnostics) report(diagnostic);
    } else if (diagnostics.length > 0) {
      for (const diagnostic of diagnostics) report({ ...diagnostic, severity: 'error', code: 'bad-required-field' });
    } else {
      const meant = FIELD_NAMES[field].find((name) => misspellings.has(name));
      const misspelt = meant === undefined ? undefined : misspellings.get(meant);
      report(misspelt ? asMissing(field, misspelt) : missing(field, data));
      if (meant !== undefined) misspellings.delete(meant);
    }
  }
  for (const diagnostic of misspellings.values()) report(diagnostic);
}

function missing(field: RequiredField, data: FrontMatter): FieldDiagnostic {
  const given = givenValue(data, field);
  const { expected, need } = REQUIRED[field];
  const found = given ? 'nothing to read' : 'none';
  const code = given ? 'bad-required-field' : 'missing-field';
  const path = [given?.name ?? FIELD_NAMES[field][0]];
  return { severity: 'error', path, code, message: `Expected ${expected}, found ${found}; ${need}.` };
}

function asMissing(field: RequiredField, misspelt: FieldDiagnostic): FieldDiagnostic {
  const { expected, need } = REQUIRED[field];
  const message = `Expected ${expected}, found ${quote(String(misspelt.path.at(-1)))}; ${need}.`;
  return { ...misspelt, severity: 'error', code: 'missing-field', message };
}
