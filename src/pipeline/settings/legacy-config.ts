import type { FrontMatter } from '../content/front-matter/parse-front-matter.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';

/** Translates `title`, `url`, `baseurl` and `locale` of a legacy `_config.yml` into our settings. */
export function fromLegacyConfig({ title, description, url, baseurl, locale }: FrontMatter): FrontMatter {
  const base = typeof baseurl === 'string' ? baseurl : '';
  const address = typeof url === 'string' && url !== '' ? url.replace(/\/$/, '') + base : base;
  return { title, description, address: address || null, language: locale };
}

/** A diagnostic about a setting, moved to the name that `_config.yml` has for it. */
export function inLegacyConfig(finding: Finding, { url }: FrontMatter): Finding {
  const [name = ''] = finding.path;
  const names: Partial<Record<string, string>> = { address: url ? 'url' : 'baseurl', language: 'locale' };
  return { ...finding, path: [names[name] ?? name, ...finding.path.slice(1)] };
}
