import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Site } from '../model/site.ts';
import { contrast } from './contrast.ts';
import { defined } from './defined.ts';
import type { FrontMatter } from './front-matter/parse-front-matter.ts';
import type { Finding, Issue } from './issue.ts';
import { isLocalAddress } from './local-images.ts';
import { locateFindings } from './locate-findings.ts';
import { cleanAddress } from './normalize/address.ts';
import { didYouMean } from './normalize/fields.ts';
import { parseLanguage } from './normalize/language.ts';
import { plainText } from './normalize/text.ts';
import { describe, isMapping, spelling } from './normalize/values.ts';
import { quote } from './quote.ts';
import { readRecord } from './read-record.ts';

/** What `site.yaml` and the environment say. */
export interface Settings {
  /** The file that they come from, below the content root. */
  file?: string;
  site: Site;
  onError: 'fail' | 'skip';
  unpublished: 'hide' | 'show';
  duplicates: 'newest' | 'keep';
  remoteImages: boolean;
  /** Globs of the article files. */
  articles?: string[];
  outputs?: string[];
  /** How many article pages are written as HTML. */
  pages: 'all' | number;
}

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
 * Reads the settings of a content folder. The environment comes before `site.yaml`, and that before the ancestor's
 * `_config.yml`, which counts only where there is no `site.yaml`.
 */
export function readSettings({ root, env, mode }: SettingsInput): { settings: Settings; issues: Issue[] } {
  const file = ['site.yaml', 'site.yml'].find((name) => existsSync(path.join(root, name)));
  const config = file ?? (existsSync(path.join(root, '_config.yml')) ? '_config.yml' : undefined);
  const fromEnv = readEnvironment(env);
  if (config === undefined) return { settings: settle(fromEnv.values, mode), issues: fromEnv.issues };
  const record = readRecord(root, config);
  if ('issues' in record)
    return { settings: settle(fromEnv.values, mode), issues: [...record.issues, ...fromEnv.issues] };
  const findings: Finding[] = [];
  const data = file ? record.data : fromAncestor(record.data);
  const values = readValues(data, (finding) => findings.push(finding), file !== undefined);
  const issues = locateFindings(config, findings, record.split);
  const settings = { ...settle({ ...values, ...fromEnv.values }, mode), file: config };
  return { settings, issues: [...issues, ...fromEnv.issues] };
}

/** No value of a file is asked to write itself as text: fields of its own might answer. */
const textOf = (value: unknown): string => spelling(value) ?? '';

const TRUTHS = new Map([
  ['true', true],
  ['false', false],
]);

type Values = Partial<Omit<Settings, 'site'> & Omit<Site, 'basePath'>>;
type Problem = { reason: string };
type Read = (value: unknown) => { value: unknown } | Problem;

const READERS: Record<string, Read> = {
  title: readText,
  description: readText,
  language: (value) => orReason(parseLanguage(value), 'a language such as en or pt-BR', value),
  timeZone: readTimeZone,
  address: readSiteAddress,
  logo: readLogo,
  accent: (value) =>
    orReason(/^#[0-9a-f]{6}$/i.test(textOf(value)) ? textOf(value) : undefined, 'a colour such as #0a5a48', value),
  links: readLinks,
  repository: (value) => {
    const result = cleanAddress(value);
    return 'url' in result ? { value: result.url } : result;
  },
  articles: readGlobs,
  onError: oneOf('fail', 'skip'),
  unpublished: oneOf('hide', 'show'),
  duplicates: oneOf('newest', 'keep'),
  remoteImages: (value) => orReason(TRUTHS.get(textOf(value)), 'true or false', value),
  outputs: readOutputs,
  pages: readPages,
};

/** Settings that the environment may override, in its spelling. */
const ENVIRONMENT = {
  ADDRESS: 'address',
  ON_ERROR: 'onError',
  UNPUBLISHED: 'unpublished',
  DUPLICATES: 'duplicates',
} as const;

function readValues(data: FrontMatter, report: (finding: Finding) => void, isStrict: boolean): Values {
  const values: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(data)) {
    const reader = Object.hasOwn(READERS, key) ? READERS[key] : undefined;
    if (!reader) {
      if (isStrict)
        report({
          severity: 'error',
          path: [key],
          isAboutName: true,
          code: 'unknown-setting',
          message: `There is no setting ${quote(key)}.`,
          ...defined('hint', didYouMean(key, Object.keys(READERS))),
        });
      continue;
    }
    if (given === null || given === '') continue;
    const result = reader(given);
    if ('value' in result) values[key] = result.value;
    else report({ severity: 'error', path: [key], code: 'bad-setting', message: `Not used: ${result.reason}.` });
  }
  if (typeof values.accent === 'string') checkAccent(values.accent, report);
  return values;
}

function readEnvironment(env: NodeJS.ProcessEnv): { values: Values; issues: Issue[] } {
  const values: Record<string, unknown> = {};
  const issues: Issue[] = [];
  for (const [name, key] of Object.entries(ENVIRONMENT)) {
    const given = env[name];
    if (given === undefined || given === '') continue;
    const result = READERS[key]?.(given) ?? { reason: 'it is no setting' };
    if ('value' in result) values[key] = result.value;
    else
      issues.push({
        file: name,
        severity: 'error',
        code: 'bad-setting',
        message: `The environment variable ${name} is not used: ${result.reason}.`,
      });
  }
  return { values, issues };
}

function settle(values: Values, mode: 'build' | 'dev'): Settings {
  const {
    title = 'Broadsheet',
    description,
    language = 'en',
    timeZone = 'UTC',
    address,
    logo,
    accent,
    links,
    repository,
    ...rest
  } = values;
  return {
    onError: 'fail',
    unpublished: mode === 'dev' ? 'show' : 'hide',
    duplicates: 'newest',
    remoteImages: true,
    pages: 'all',
    ...rest,
    site: {
      title,
      ...defined('description', description),
      language,
      timeZone,
      basePath: basePathOf(address),
      ...defined('address', address?.startsWith('http') ? address : undefined),
      ...defined('logo', logo),
      ...defined('accent', accent),
      ...defined('links', links),
      ...defined('repository', repository),
    },
  };
}

const basePathOf = (address = '/'): string => (address.startsWith('/') ? address : new URL(address).pathname);

/** `title`, `url`, `baseurl` and `locale` of the ancestor's configuration. */
function fromAncestor({ title, description, url, baseurl, locale }: FrontMatter): FrontMatter {
  const base = typeof baseurl === 'string' ? baseurl : '';
  const address = typeof url === 'string' && url !== '' ? url.replace(/\/$/, '') + base : base;
  return { title, description, address: address || null, language: locale };
}

function readText(value: unknown): { value: string } | Problem {
  const text = typeof value === 'string' ? plainText(value) : '';
  return text === '' ? { reason: `expected text, found ${describe(value)}` } : { value: text };
}

/** A path below the content root, or an address. */
function readLogo(value: unknown): { value: string } | Problem {
  if (typeof value === 'string' && isLocalAddress(value)) return { value };
  const result = cleanAddress(value);
  return 'url' in result ? { value: result.url.replace(/^http:/, 'https:') } : result;
}

function readTimeZone(value: unknown): { value: string } | Problem {
  try {
    return { value: new Intl.DateTimeFormat('en', { timeZone: textOf(value) }).resolvedOptions().timeZone };
  } catch {
    return { reason: `expected a time zone such as Europe/Berlin, found ${describe(value)}` };
  }
}

/** A full address, or the path alone. It ends with a slash. */
function readSiteAddress(value: unknown): { value: string } | Problem {
  const text = textOf(value).trim();
  if (/^\/(?!\/)[\w\-./~%]*$/.test(text) && !text.includes('..')) return { value: text.replace(/\/*$/, '/') };
  const result = cleanAddress(text);
  if (!('url' in result)) return result;
  const { origin, pathname } = new URL(result.url);
  return { value: origin + pathname.replace(/\/*$/, '/') };
}

function readLinks(value: unknown): { value: Record<string, string> } | Problem {
  if (!isMapping(value)) return { reason: 'expected names with addresses, such as `about: https://…`' };
  const links: Record<string, string> = {};
  for (const [name, given] of Object.entries(value)) {
    const result = cleanAddress(given);
    if (!('url' in result)) return { reason: `${name}: ${result.reason}` };
    links[plainText(name)] = result.url;
  }
  return { value: links };
}

const MAX_GLOB = 1_000;

function readGlobs(value: unknown): { value: string[] } | Problem {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const globs = list.filter(
    (item): item is string => typeof item === 'string' && item !== '' && item.length <= MAX_GLOB,
  );
  return globs.length === list.length ? { value: globs } : { reason: 'expected a list of short texts' };
}

/** The outputs that a publisher may leave out. */
const OUTPUTS = ['atom', 'rss', 'jsonFeed', 'sitemap', 'api'];

function readOutputs(value: unknown): { value: string[] } | Problem {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const other = list.find((item) => !OUTPUTS.some((output) => output === item));
  return other === undefined
    ? { value: OUTPUTS.filter((output) => list.includes(output)) }
    : { reason: `expected a list of ${OUTPUTS.join(', ')}, found ${describe(other)}` };
}

function readPages(value: unknown): { value: 'all' | number } | Problem {
  if (value === 'all') return { value };
  const count = /^newest (\d{1,7})$/.exec(textOf(value))?.[1];
  return orReason(count === undefined ? undefined : Number(count), '`all` or `newest` with a number', value);
}

function oneOf(...words: string[]): Read {
  return (value) =>
    orReason(
      words.find((word) => word === value),
      words.map((word) => `\`${word}\``).join(' or '),
      value,
    );
}

const orReason = <T>(value: T | undefined, expected: string, found: unknown): { value: T } | Problem =>
  value === undefined ? { reason: `expected ${expected}, found ${describe(found)}` } : { value };

/** The paper's two colours, see `styles.css`. */
const PAPERS = { light: '#fcfcfa', dark: '#121517' };
const READABLE = 4.5;

function checkAccent(accent: string, report: (finding: Finding) => void): void {
  for (const [theme, paper] of Object.entries(PAPERS)) {
    const ratio = contrast(accent, paper);
    if (ratio >= READABLE) continue;
    const message = `The accent's contrast on ${theme} paper is ${ratio.toFixed(1)}; text needs ${READABLE}.`;
    report({ severity: 'warning', path: ['accent'], code: 'low-contrast', message });
  }
}
