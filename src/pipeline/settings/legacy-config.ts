import type { FrontMatter } from '../content/front-matter/parse-front-matter.ts';
import type { FieldDiagnostic } from '../diagnostics/diagnostic.ts';

/** Translates `title`, `url`, `baseurl` and `locale` of a legacy `_config.yml` into our settings. */
export function fromLegacyConfig({ title, description, url, baseurl, locale }: FrontMatter): FrontMatter {
  const base = typeof baseurl === 'string' ? baseurl : '';
  const address = typeof url === 'string' && url !== '' ? url.replace(/\/$/, '') + base : base;
  return { title, description, address: address || null, language: locale };
}

/** Changes the path of a diagnostic from our name of a setting to its name in `_config.yml`. */
export function inLegacyConfig(diagnostic: FieldDiagnostic, { url }: FrontMatter): FieldDiagnostic {
  const [name = ''] = diagnostic.path;
  const names: Partial<Record<string, string>> = { address: url ? 'url' : 'baseurl', language: 'locale' };
  return { ...diagnostic, path: [names[name] ?? name, ...diagnostic.path.slice(1)] };
}
