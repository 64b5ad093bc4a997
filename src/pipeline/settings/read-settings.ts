import { existsSync } from 'node:fs';
import path from 'node:path';
import { hasAncestorLayout } from '../content/find-files.ts';
import type { FrontMatter } from '../content/front-matter/parse-front-matter.ts';
import { locateFindings } from '../content/locate-diagnostics.ts';
import { didYouMean } from '../content/normalize/fields/field-names.ts';
import { capitalized } from '../content/normalize/values/read-value.ts';
import { readRecord } from '../content/read-data-file.ts';
import type { Finding, Issue, Report } from '../diagnostics/diagnostic.ts';
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
export function readSettings({ root, env, mode }: SettingsInput): { settings: Settings; issues: Issue[] } {
  const file = ['site.yaml', 'site.yml'].find((name) => existsSync(path.join(root, name)));
  const config = file ?? (existsSync(path.join(root, '_config.yml')) ? '_config.yml' : undefined);
  const fromEnv = readEnvironment(env);
  const defaults = { mode, hasApi: hasAncestorLayout(root) };
  if (config === undefined) return { settings: applyDefaults(fromEnv.given, defaults), issues: fromEnv.issues };
  const record = readRecord(root, config);
  if ('issues' in record)
    return { settings: applyDefaults(fromEnv.given, defaults), issues: [...record.issues, ...fromEnv.issues] };
  const findings: Finding[] = [];
  const given = file
    ? readGiven(record.data, (finding) => findings.push(finding), true)
    : readGiven(fromLegacyConfig(record.data), (finding) => findings.push(inLegacyConfig(finding, record.data)), false);
  const settings = { ...applyDefaults({ ...given, ...fromEnv.given }, defaults), file: config };
  findings.push(...findLeftOut(given, settings));
  const issues = locateFindings(config, findings, record.split);
  return { settings, issues: [...issues, ...fromEnv.issues] };
}

/** Environment variables that override a setting. */
const ENVIRONMENT = {
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

const unknownSetting = (name: string): Finding => ({
  severity: 'error',
  path: [name],
  isAboutName: true,
  code: 'unknown-setting',
  message: `Expected the name of a setting, found ${quote(name)}, which is none.`,
  ...defined('hint', didYouMean(name, Object.keys(SETTING_READERS))),
});

const aboutInvalid = ({ reason, hint }: InvalidSetting, variable?: string): Omit<Finding, 'path'> => ({
  severity: 'error',
  code: 'bad-setting',
  message: variable === undefined ? `${capitalized(reason)}.` : `The environment variable ${variable}: ${reason}.`,
  ...defined('hint', hint),
});

function readEnvironment(env: NodeJS.ProcessEnv): { given: GivenSettings; issues: Issue[] } {
  const given: Record<string, unknown> = {};
  const issues: Issue[] = [];
  for (const [variable, name] of Object.entries(ENVIRONMENT)) {
    const value = env[variable];
    if (value === undefined || value === '') continue;
    const result = SETTING_READERS[name](value);
    if ('value' in result) given[name] = result.value;
    else for (const invalid of [result].flat()) issues.push({ file: variable, ...aboutInvalid(invalid, variable) });
  }
  return { given, issues };
}

/** Warns of outputs that `outputs` names and that cannot be written. */
function findLeftOut({ outputs }: GivenSettings, { leftOut }: Settings): Finding[] {
  if (!outputs || leftOut.length === 0) return [];
  const names = leftOut.map((output) => `\`${output}\``).join(', ');
  const message = `Expected the full address of the site in \`address\`, found none; left out for that: ${names}.`;
  const hint = 'Give `address: https://…/` too, or set ADDRESS where the site is built.';
  return [{ severity: 'warning', path: ['outputs'], code: 'no-address', message, hint }];
}
