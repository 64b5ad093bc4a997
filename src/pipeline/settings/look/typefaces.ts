import { isLocalPath } from '../../content/images/local-images.ts';
import { didYouMean } from '../../content/normalize/names/misspellings.ts';
import { describeValue } from '../../content/normalize/values/describe-value.ts';
import { asList, isMapping } from '../../content/normalize/values/read-value.ts';
import type { FieldDiagnostic, FieldPath } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { defined } from '../../util/defined.ts';
import { type Font, readFont, type UnusableFont } from './read-font.ts';

/** What can have a typeface of its own. */
export const TYPEFACE_ROLES = ['headlines', 'text', 'interface'] as const;
export type TypefaceRole = (typeof TYPEFACE_ROLES)[number];

/** The publisher's own typefaces. The fonts of a role are one family. */
export type Typefaces = { readonly [Role in TypefaceRole]?: readonly Font[] };

/** The value of the setting: a look of the app, or typefaces of the publisher. */
export type TypefacesSetting = 'serif' | 'sans' | Typefaces;

/** The typefaces of the publisher, if there are any. */
export const ownTypefaces = ({ typefaces }: { typefaces: TypefacesSetting }): Typefaces | undefined =>
  typeof typefaces === 'object' ? typefaces : undefined;

/** Why a part of the value is invalid, as in `InvalidSetting`. */
interface InvalidTypeface extends UnusableFont {
  path?: FieldPath;
}

const EXPECTED = `\`serif\`, \`sans\`, or files for ${TYPEFACE_ROLES.slice(0, -1).join(', ')} or ${TYPEFACE_ROLES.at(-1)}`;

/** Reads the setting, and the fonts that it names. `root` is the content root. */
export function readTypefaces(
  value: unknown,
  root: string,
): { value: TypefacesSetting } | InvalidTypeface | InvalidTypeface[] {
  if (value === 'serif' || value === 'sans') return { value };
  if (!isMapping(value) || Object.keys(value).length === 0)
    return { reason: `expected ${EXPECTED}, found ${describeValue(value)}` };
  const typefaces: { [Role in TypefaceRole]?: Font[] } = {};
  const invalid: InvalidTypeface[] = [];
  for (const [name, files] of Object.entries(value)) {
    const role = TYPEFACE_ROLES.find((known) => known === name);
    if (role === undefined) invalid.push(unknownRole(name));
    else typefaces[role] = readFonts(files, role, root, (setting) => invalid.push(setting));
  }
  return invalid.length > 0 ? invalid : { value: typefaces };
}

const unknownRole = (name: string): InvalidTypeface => ({
  reason: `expected ${TYPEFACE_ROLES.slice(0, -1).join(', ')} or ${TYPEFACE_ROLES.at(-1)}, found ${quote(name)}`,
  path: [name],
  ...defined('hint', didYouMean(name, TYPEFACE_ROLES)),
});

function readFonts(files: unknown, role: TypefaceRole, root: string, fail: (setting: InvalidTypeface) => void): Font[] {
  const list = asList(files);
  if (list.length === 0) fail({ reason: 'expected a WOFF2 file, found an empty list', path: [role] });
  return list.flatMap((file, index) => {
    const path: FieldPath = Array.isArray(files) ? [role, index] : [role];
    if (typeof file !== 'string' || file === '' || !isLocalPath(file)) {
      const reason = `expected the path of a WOFF2 file in the content folder, found ${describeValue(file)}`;
      fail({ reason, path });
      return [];
    }
    const result = readFont(root, file.replace(/^\//, ''));
    if ('font' in result) return [result.font];
    fail({ reason: `the font ${quote(file)} cannot be used: ${result.reason}`, path, ...defined('hint', result.hint) });
    return [];
  });
}

const LARGE_BYTES = 300_000;

/** The warnings about fonts that take long to load. */
export function warnOfLargeFonts(settings: { typefaces: TypefacesSetting }): FieldDiagnostic[] {
  const typefaces = ownTypefaces(settings) ?? {};
  return TYPEFACE_ROLES.flatMap((role) =>
    (typefaces[role] ?? []).flatMap(({ name, bytes }, index, { length }) => {
      if (bytes <= LARGE_BYTES) return [];
      const path = ['typefaces', role, ...(length > 1 ? [index] : [])];
      const message = `Expected a font of at most 300 KB, found ${Math.ceil(bytes / 1000)} KB in ${quote(name)}.`;
      const hint = 'Leave out the letters that you do not need, for example with `pyftsubset` of fonttools.';
      return [{ severity: 'warning', path, code: 'large-font', message, hint } satisfies FieldDiagnostic];
    }),
  );
}
