import { existsSync } from 'node:fs';
import path from 'node:path';
import { hasLegacyLayout } from '../content/files/folder-layout.ts';
import type { FrontMatter } from '../content/front-matter/parse-front-matter.ts';
import { locateDiagnostics } from '../content/locate-diagnostics.ts';
import { didYouMean } from '../content/normalize/names/misspellings.ts';
import { capitalized } from '../content/normalize/values/read-value.ts';
import { readDataFile } from '../content/read-data-file.ts';
import type { Diagnostic, FieldDiagnostic, Report } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { defined } from '../util/defined.ts';
import { BUILD_TIME, readBuildTime } from './build-time.ts';
import { INTERFACE_LANGUAGES, interfaceLanguageOf } from './interface-language.ts';
import type { InvalidSetting } from './invalid-setting.ts';
import { fromLegacyConfig, inLegacyConfig } from './legacy-config.ts';
import { onlyIcon } from './look/icon-names.ts';
import { readSiteIcon, type SiteIcon } from './look/site-icon.ts';
import { warnOfLargeFonts } from './look/typefaces.ts';
import { isSettingName, SETTING_READERS, type SettingName } from './setting-readers.ts';
import { applyDefaults, type Settings, type SettingValues } from './settings.ts';

interface SettingsInput {
  /** The content root. */
  root: string;
  env: NodeJS.ProcessEnv;
  mode: 'build' | 'dev';
}

/** The content folder: `CONTENT_DIR`, relative to the project root, else `content/`. */
export const contentRoot = (projectRoot: string, env: NodeJS.ProcessEnv): string =>
  path.resolve(projectRoot, env.CONTENT_DIR || 'content');

/**
 * Reads the settings of a content folder. Environment variables override `site.yaml`. The `_config.yml` of a legacy
 * folder is read only if there is no `site.yaml`.
 */
export function readSettings({ root, env, mode }: SettingsInput): { settings: Settings; diagnostics: Diagnostic[] } {
  const file = ['site.yaml', 'site.yml'].find((name) => existsSync(path.join(root, name)));
  const config = file ?? (existsSync(path.join(root, '_config.yml')) ? '_config.yml' : undefined);
  const fromEnv = readEnvironment(env);
  const defaults = { mode, hasApi: hasLegacyLayout(root) };
  if (config === undefined)
    return { settings: applyDefaults(fromEnv.values, defaults), diagnostics: fromEnv.diagnostics };
  const record = readDataFile(root, config);
  if ('diagnostics' in record)
    return {
      settings: applyDefaults(fromEnv.values, defaults),
      diagnostics: [...record.diagnostics, ...fromEnv.diagnostics],
    };
  const fieldDiagnostics: FieldDiagnostic[] = [];
  const values = file
    ? readValues(record.data, root, (diagnostic) => fieldDiagnostics.push(diagnostic), true)
    : readValues(
        fromLegacyConfig(record.data),
        root,
        (diagnostic) => fieldDiagnostics.push(inLegacyConfig(diagnostic, record.data)),
        false,
      );
  const { icon: iconFile, ...others } = values;
  const icon = iconFile === undefined ? undefined : readSiteIcon({ root, file: iconFile, mode });
  const settings = withIcon({ ...applyDefaults({ ...others, ...fromEnv.values }, defaults), file: config }, icon?.icon);
  fieldDiagnostics.push(
    ...(icon?.diagnostics ?? []),
    ...findOmittedOutputs(values, settings),
    ...warnOfLargeFonts(settings),
  );
  const diagnostics = locateDiagnostics(config, fieldDiagnostics, record.split);
  return { settings, diagnostics: [...diagnostics, ...fromEnv.diagnostics] };
}

const withIcon = (settings: Settings, icon: SiteIcon | undefined): Settings =>
  icon ? { ...settings, icon, site: { ...settings.site, ...defined('onlyIcon', onlyIcon(icon)) } } : settings;

/** Environment variables that override a setting. */
export const ENVIRONMENT = {
  ADDRESS: 'address',
  ON_ERROR: 'onError',
  UNPUBLISHED: 'unpublished',
  DUPLICATES: 'duplicates',
  STRICT: 'strict',
} as const satisfies Record<string, SettingName>;

/** With `isStrict`, an unknown name is an error. */
function readValues(data: FrontMatter, root: string, report: Report, isStrict: boolean): SettingValues {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    if (!isSettingName(name)) {
      if (isStrict) report(unknownSetting(name));
      continue;
    }
    if (isStrict && name === 'accent' && value === null) report(EMPTY_ACCENT);
    if (value === undefined || value === null || value === '') continue;
    const result = SETTING_READERS[name](value, root);
    if ('value' in result) values[name] = result.value;
    else
      for (const invalid of [result].flat())
        report({ path: [name, ...(invalid.path ?? [])], ...invalidSettingError(invalid) });
  }
  if (typeof values.language === 'string' && values.interfaceLanguage === undefined)
    warnOfEnglishInterface(values.language, report);
  return values;
}

function warnOfEnglishInterface(language: string, report: Report): void {
  if (interfaceLanguageOf(language) !== undefined) return;
  const languages = INTERFACE_LANGUAGES.join(', ');
  report({
    severity: 'warning',
    path: ['language'],
    code: 'english-interface',
    message: `Expected a language that the interface has (${languages}), found ${quote(language)}; the interface is in English.`,
    hint: 'Set `interfaceLanguage` to one of these. `src/app/i18n/README.md` explains how to add another one.',
  });
}

/** In YAML, ` #` begins a comment. */
const EMPTY_ACCENT: FieldDiagnostic = {
  severity: 'warning',
  path: ['accent'],
  code: 'empty-accent',
  message: 'Expected a colour, found nothing; the pages have the colour of Broadsheet.',
  hint: 'A colour that begins with `#` needs quotes: `accent: "#0a5a48"`.',
};

const unknownSetting = (name: string): FieldDiagnostic => ({
  severity: 'error',
  path: [name],
  isAboutName: true,
  code: 'unknown-setting',
  message: `Expected the name of a setting, found ${quote(name)}.`,
  ...defined('hint', didYouMean(name, Object.keys(SETTING_READERS))),
});

const invalidSettingError = ({ reason, hint }: InvalidSetting, variable?: string): Omit<FieldDiagnostic, 'path'> => ({
  severity: 'error',
  code: 'bad-setting',
  message: variable === undefined ? `${capitalized(reason)}.` : `The environment variable ${variable}: ${reason}.`,
  ...defined('hint', hint),
});

function readEnvironment(env: NodeJS.ProcessEnv): { values: SettingValues; diagnostics: Diagnostic[] } {
  const values: Record<string, unknown> = {};
  const diagnostics: Diagnostic[] = [];
  const readers = Object.entries(ENVIRONMENT).map(([variable, name]) => ({
    variable,
    name,
    read: SETTING_READERS[name],
  }));
  for (const { variable, name, read } of [
    ...readers,
    { variable: BUILD_TIME, name: 'buildTime', read: readBuildTime },
  ]) {
    const value = env[variable];
    if (value === undefined || value === '') continue;
    const result = read(value);
    if ('value' in result) values[name] = result.value;
    else
      for (const invalid of [result].flat())
        diagnostics.push({ file: variable, ...invalidSettingError(invalid, variable) });
  }
  return { values, diagnostics };
}

/** The warning about outputs that `outputs` lists and that need a full address. */
function findOmittedOutputs({ outputs }: SettingValues, { omittedOutputs }: Settings): FieldDiagnostic[] {
  if (!outputs || omittedOutputs.length === 0) return [];
  const names = omittedOutputs.map((output) => `\`${output}\``).join(', ');
  const message = `Expected the full address of the site in \`address\`, found none; these outputs are left out: ${names}.`;
  const hint = 'Add `address: https://…/`, or set the environment variable ADDRESS for the build.';
  return [{ severity: 'warning', path: ['outputs'], code: 'no-address', message, hint }];
}
