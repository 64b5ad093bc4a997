const RTL_LANGUAGES = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);
const RTL_SCRIPT = /-(arab|hebr|syrc|thaa|nkoo|adlm|rohg)\b/i;

/** The writing direction of a language, given as BCP 47. */
export function textDirection(language: string): 'ltr' | 'rtl' {
  const [primary = ''] = language.toLowerCase().split('-');
  return RTL_LANGUAGES.has(primary) || RTL_SCRIPT.test(language) ? 'rtl' : 'ltr';
}
