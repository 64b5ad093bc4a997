import { existsSync } from 'node:fs';
import path from 'node:path';
import { hasLegacyLayout } from '../content/find-files.ts';
import type { FrontMatter } from '../content/front-matter/parse-front-matter.ts';
import { locateDiagnostics } from '../content/locate-diagnostics.ts';
import { didYouMean } from '../content/normalize/fields/field-names.ts';
import { capitalized } from '../content/normalize/values/read-value.ts';
import { readDataFile } from '../content/read-data-file.ts';
import type { Diagnostic, FieldDiagnostic, Report } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { defined } from '../util/defined.ts';
import { warnOfLowContrast } from './accent-contrast.ts';
import { fromLegacyConfig, inLegacyConfig } from './legacy-config.ts';
import { type InvalidSetting, isSettingName, SETTING_READERS, type SettingName } from './setting-readers.ts';
import { applyDefaults, type GivenSettings, type Settings } from './settings.ts';

interface SettingsInput {
  /** The content root. */
  root: string;
  env: NodeJS.ProcessEnv;
  mode: 'build' | 'dev';
}

/** The folder that holds the content: `content/`, or what `CONTENT_DIR` names. */
export const contentRoot = (projectRoot: string, env: NodeJS.ProcessEnv): string =>
  path.resolve(projectRoot, env.CONTENT_DIR || 'content');

/**
 * Reads the settings of a content folder. The environment overrides `site.yaml`. The `_config.yml` of a legacy folder is
 * read only where there is no `site.yaml`.
 */
export function readSettings({ root, env, mode }: SettingsInput): { settings: Settings; diagnostics: Diagnostic[] } {
  const file = ['site.yaml', 'site.yml'].find((name) => existsSync(path.join(root, name)));
  const config = file ?? (existsSync(path.join(root, '_config.yml')) ? '_config.yml' : undefined);
  const fromEnv = readEnvironment(env);
  const defaults = { mode, hasApi: hasLegacyLayout(root) };
  if (config === undefined)
    return { settings: applyDefaults(fromEnv.given, defaults), diagnostics: fromEnv.diagnostics };
  const record = readDataFile(root, config);
  if ('diagnostics' in record)
    return {
      settings: applyDefaults(fromEnv.given, defaults),
      diagnostics: [...record.diagnostics, ...fromEnv.diagnostics],
    };
  const fieldDiagnostics: FieldDiagnostic[] = [];
  const given = file
    ? readGiven(record.data, (diagnostic) => fieldDiagnostics.push(diagnostic), true)
    : readGiven(
        fromLegacyConfig(record.data),
        (diagnostic) => fieldDiagnostics.push(inLegacyConfig(diagnostic, record.data)),
        false,
      );
  const settings = { ...applyDefaults({ ...given, ...fromEnv.given }, defaults), file: config };
  fieldDiagnostics.push(...findLeftOut(given, settings));
  const diagnostics = locateDiagnostics(config, fieldDiagnostics, record.split);
  return { settings, diagnostics: [...diagnostics, ...fromEnv.diagnostics] };
}

/** Environment variables that override a setting. */
export const ENVIRONMENT = {
  ADDRESS: 'address',
  ON_ERROR: 'onError',
  UNPUBLISHED: 'unpublished',
  DUPLICATES: 'duplicates',
} as const satisfies Record<string, SettingName>;

/** `isStrict`: a name that is no setting is an error. */
function readGiven(data: FrontMatter, report: Report, isStrict: boolean): GivenSettings {
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    if (!isSettingName(name)) {
      if (isStrict) report(unknownSetting(name));
      continue;
    }
    if (value === undefined || value === null || value === '') continue;
    const result = SETTING_READERS[name](value);
    if ('value' in result) given[name] = result.value;
    else
      for (const invalid of [result].flat()) report({ path: [name, ...(invalid.at ?? [])], ...aboutInvalid(invalid) });
  }
  if (typeof given.accent === 'string') warnOfLowContrast(given.accent, report);
  return given;
}

const unknownSetting = (name: string): FieldDiagnostic => ({
  severity: 'error',
  path: [name],
  isAboutName: true,
  code: 'unknown-setting',
  message: `Expected the name of a setting, found ${quote(name)}, which is none.`,
  ...defined('hint', didYouMean(name, Object.keys(SETTING_READERS))),
});

const aboutInvalid = ({ reason, hint }: InvalidSetting, variable?: string): Omit<FieldDiagnostic, 'path'> => ({
  severity: 'error',
  code: 'bad-setting',
  message: variable === undefined ? `${capitalized(reason)}.` : `The environment variable ${variable}: ${reason}.`,
  ...defined('hint', hint),
});

function readEnvironment(env: NodeJS.ProcessEnv): { given: GivenSettings; diagnostics: Diagnostic[] } {
  const given: Record<string, unknown> = {};
  const diagnostics: Diagnostic[] = [];
  for (const [variable, name] of Object.entries(ENVIRONMENT)) {
    const value = env[variable];
    if (value === undefined || value === '') continue;
    const result = SETTING_READERS[name](value);
    if ('value' in result) given[name] = result.value;
    else
      for (const invalid of [result].flat()) diagnostics.push({ file: variable, ...aboutInvalid(invalid, variable) });
  }
  return { given, diagnostics };
}

/** Warns of outputs that `outputs` names and that cannot be written. */
function findLeftOut({ outputs }: GivenSettings, { leftOut }: Settings): FieldDiagnostic[] {
  if (!outputs || leftOut.length === 0) return [];
  const names = leftOut.map((output) => `\`${output}\``).join(', ');
  const message = `Expected the full address of the site in \`address\`, found none; left out for that: ${names}.`;
  const hint = 'Give `address: https://…/` too, or set ADDRESS where the site is built.';
  return [{ severity: 'warning', path: ['outputs'], code: 'no-address', message, hint }];
}
