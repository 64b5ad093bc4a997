import type { FrontMatter } from '../content/front-matter/parse-front-matter.ts';
import type { FieldDiagnostic } from '../diagnostics/diagnostic.ts';

/**
 * Translates the settings of a legacy `_config.yml`, which Jekyll and Hexo read too, into ours: `title`, `description`,
 * `url`, `baseurl`, `locale` or `lang`, `timezone`.
 */
export function fromLegacyConfig(config: FrontMatter): FrontMatter {
  const { title, description, url, baseurl, timezone } = config;
  const base = typeof baseurl === 'string' ? baseurl : '';
  const address = typeof url === 'string' && url !== '' ? url.replace(/\/$/, '') + base : base;
  const language = config[languageName(config)];
  return { title, description, address: address || null, language, timeZone: timezone };
}

const languageName = (config: FrontMatter): string =>
  ['locale', 'lang', 'language'].find((name) => typeof config[name] === 'string') ?? 'locale';

/** Changes the path of a diagnostic from our name of a setting to its name in `_config.yml`. */
export function inLegacyConfig(diagnostic: FieldDiagnostic, config: FrontMatter): FieldDiagnostic {
  const [name = ''] = diagnostic.path;
  const names: Partial<Record<string, string>> = {
    address: config.url ? 'url' : 'baseurl',
    language: languageName(config),
    timeZone: 'timezone',
  };
  return { ...diagnostic, path: [names[name] ?? name, ...diagnostic.path.slice(1)] };
}
