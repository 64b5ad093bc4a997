/** Parses a language tag and returns it in canonical BCP 47 form; `undefined` if it is invalid. */
export function parseLanguage(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
