import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Site } from '../../model/site.ts';
import { hasAncestorLayout } from '../content/find-files.ts';
import type { FrontMatter } from '../content/front-matter/parse-front-matter.ts';
import { isLocalAddress } from '../content/images/local-images.ts';
import { locateFindings } from '../content/locate-diagnostics.ts';
import { didYouMean } from '../content/normalize/fields/field-names.ts';
import { cleanAddress } from '../content/normalize/values/clean-url.ts';
import { describe, spelling } from '../content/normalize/values/describe-value.ts';
import { parseLanguage } from '../content/normalize/values/language.ts';
import { plainText } from '../content/normalize/values/plain-text.ts';
import { asList, capitalized, isMapping } from '../content/normalize/values/read-value.ts';
import { readRecord } from '../content/read-data-file.ts';
import type { FieldPath, Finding, Issue } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { defined } from '../util/defined.ts';
import { contrast } from './contrast.ts';

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
  /** What is written besides the reader and its data. */
  outputs: OutputName[];
  /** What would be written too, if the site had a full address. */
  leftOut: OutputName[];
  /** Whether feeds lead to our page of a story, or to where it was published. */
  feedLinks: 'page' | 'origin';
  /** How many article pages are written as HTML. */
  pages: 'all' | number;
}

/** The outputs that a publisher may choose from, in the order of their names in messages. */
const OUTPUTS = ['atom', 'rss', 'jsonFeed', 'sitemap', 'newsSitemap', 'robots', 'api'] as const;
export type OutputName = (typeof OUTPUTS)[number];

/** Those that name our pages, which only a full address does. */
const NEEDS_ADDRESS: readonly OutputName[] = ['atom', 'rss', 'jsonFeed', 'sitemap', 'newsSitemap'];

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
  const kind = { mode, hasApi: hasAncestorLayout(root) };
  if (config === undefined) return { settings: settle(fromEnv.values, kind), issues: fromEnv.issues };
  const record = readRecord(root, config);
  if ('issues' in record)
    return { settings: settle(fromEnv.values, kind), issues: [...record.issues, ...fromEnv.issues] };
  const findings: Finding[] = [];
  const values = file
    ? readValues(record.data, (finding) => findings.push(finding), true)
    : readValues(fromAncestor(record.data), (finding) => findings.push(inAncestor(finding, record.data)), false);
  const settings = { ...settle({ ...values, ...fromEnv.values }, kind), file: config };
  findings.push(...findLeftOut(values, settings));
  const issues = locateFindings(config, findings, record.split);
  return { settings, issues: [...issues, ...fromEnv.issues] };
}

const TRUTHS = new Map([
  ['true', true],
  ['false', false],
]);

type Values = Partial<Omit<Settings, 'site'> & Omit<Site, 'basePath'>>;
/** `at` is where in the value the fault is, where that is known. */
interface Problem {
  reason: string;
  hint?: string;
  at?: FieldPath;
}
type Read = (value: unknown) => { value: unknown } | Problem | Problem[];

const READERS: Record<string, Read> = {
  title: readText,
  description: readText,
  language: (value) => orReason(parseLanguage(value), 'a language such as en or pt-BR', value),
  timeZone: readTimeZone,
  address: readSiteAddress,
  logo: readLogo,
  accent: (value) =>
    orReason(/^#[0-9a-f]{6}$/i.test(spelt(value)) ? value : undefined, 'a colour such as #0a5a48', value),
  links: readLinks,
  repository: (value) => {
    const result = cleanAddress(value);
    return 'url' in result ? { value: result.url } : result;
  },
  articles: readGlobs,
  onError: oneOf('fail', 'skip'),
  unpublished: oneOf('hide', 'show'),
  duplicates: oneOf('newest', 'keep'),
  remoteImages: (value) => orReason(TRUTHS.get(spelt(value)), 'true or false', value),
  outputs: readOutputs,
  feedLinks: oneOf('page', 'origin'),
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
          message: `Expected the name of a setting, found ${quote(key)}, which is none.`,
          ...defined('hint', didYouMean(key, Object.keys(READERS))),
        });
      continue;
    }
    if (given === undefined || given === null || given === '') continue;
    const result = reader(given);
    if ('value' in result) values[key] = result.value;
    else for (const problem of [result].flat()) report({ path: [key, ...(problem.at ?? [])], ...aboutBad(problem) });
  }
  if (typeof values.accent === 'string') checkAccent(values.accent, report);
  return values;
}

const aboutBad = ({ reason, hint }: Problem, variable?: string): Omit<Finding, 'path'> => ({
  severity: 'error',
  code: 'bad-setting',
  message: variable === undefined ? `${capitalized(reason)}.` : `The environment variable ${variable}: ${reason}.`,
  ...defined('hint', hint),
});

function readEnvironment(env: NodeJS.ProcessEnv): { values: Values; issues: Issue[] } {
  const values: Record<string, unknown> = {};
  const issues: Issue[] = [];
  for (const [name, key] of Object.entries(ENVIRONMENT)) {
    const given = env[name];
    if (given === undefined || given === '') continue;
    const result = READERS[key]?.(given) ?? { reason: 'expected a setting, found none' };
    if ('value' in result) values[key] = result.value;
    else for (const problem of [result].flat()) issues.push({ file: name, ...aboutBad(problem, name) });
  }
  return { values, issues };
}

/** Outputs that are asked for by name and cannot be written. */
function findLeftOut({ outputs }: Values, { leftOut }: Settings): Finding[] {
  if (!outputs || leftOut.length === 0) return [];
  const names = leftOut.map((output) => `\`${output}\``).join(', ');
  const message = `Expected the full address of the site in \`address\`, found none; left out for that: ${names}.`;
  const hint = 'Give `address: https://…/` too, or set ADDRESS where the site is built.';
  return [{ severity: 'warning', path: ['outputs'], code: 'no-address', message, hint }];
}

interface PaperKind {
  mode: 'build' | 'dev';
  /** Whether the ancestor's API is written if nothing is said. */
  hasApi: boolean;
}

function settle(values: Values, { mode, hasApi }: PaperKind): Settings {
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
    outputs = defaultOutputs(hasApi),
    ...rest
  } = values;
  const hasAddress = address?.startsWith('http') ?? false;
  const leftOut = hasAddress ? [] : outputs.filter((output) => NEEDS_ADDRESS.includes(output));
  return {
    onError: 'fail',
    unpublished: mode === 'dev' ? 'show' : 'hide',
    duplicates: 'newest',
    remoteImages: true,
    feedLinks: 'page',
    pages: 'all',
    ...rest,
    outputs: outputs.filter((output) => !leftOut.includes(output)),
    leftOut,
    site: {
      title,
      ...defined('description', description),
      language,
      timeZone,
      basePath: basePathOf(address),
      ...defined('address', hasAddress ? address : undefined),
      ...defined('logo', logo),
      ...defined('accent', accent),
      ...defined('links', links),
      ...defined('repository', repository),
    },
  };
}

const defaultOutputs = (hasApi: boolean): OutputName[] =>
  OUTPUTS.filter((output) => output !== 'newsSitemap' && (output !== 'api' || hasApi));

const basePathOf = (address = '/'): string => (address.startsWith('/') ? address : new URL(address).pathname);

/** `title`, `url`, `baseurl` and `locale` of the ancestor's configuration. */
function fromAncestor({ title, description, url, baseurl, locale }: FrontMatter): FrontMatter {
  const base = typeof baseurl === 'string' ? baseurl : '';
  const address = typeof url === 'string' && url !== '' ? url.replace(/\/$/, '') + base : base;
  return { title, description, address: address || null, language: locale };
}

/** What is wrong with a setting, under the name that the ancestor has for it. */
function inAncestor(finding: Finding, { url }: FrontMatter): Finding {
  const [name = ''] = finding.path;
  const names: Partial<Record<string, string>> = { address: url ? 'url' : 'baseurl', language: 'locale' };
  return { ...finding, path: [names[name] ?? name, ...finding.path.slice(1)] };
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
    return { value: new Intl.DateTimeFormat('en', { timeZone: spelt(value) }).resolvedOptions().timeZone };
  } catch {
    return { reason: `expected a time zone such as Europe/Berlin, found ${describe(value)}` };
  }
}

/** A full address, or the path alone. It ends with a slash. */
function readSiteAddress(value: unknown): { value: string } | Problem {
  const text = spelt(value).trim();
  if (/^\/(?!\/)[\w\-./~%]*$/.test(text) && !text.includes('..')) return { value: text.replace(/\/*$/, '/') };
  const result = cleanAddress(value);
  if (!('url' in result)) return { ...result, reason: `${result.reason}; a path such as /paper/ would do too` };
  const { origin, pathname } = new URL(result.url);
  return { value: origin + pathname.replace(/\/*$/, '/') };
}

function readLinks(value: unknown): { value: Record<string, string> } | Problem | Problem[] {
  if (!isMapping(value))
    return { reason: `expected names with addresses, such as \`about: https://…\`, found ${describe(value)}` };
  const links: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const [name, given] of Object.entries(value)) {
    const result = cleanAddress(given);
    if ('url' in result) links[plainText(name)] = result.url;
    else problems.push({ ...result, at: [name] });
  }
  return problems.length > 0 ? problems : { value: links };
}

const MAX_GLOB = 1_000;

function readGlobs(value: unknown): { value: string[] } | Problem[] {
  const globs: string[] = [];
  const problems: Problem[] = [];
  for (const [index, item] of asList(value).entries()) {
    if (typeof item === 'string' && item !== '' && item.length <= MAX_GLOB) globs.push(item);
    else
      problems.push({
        reason: `expected a pattern such as news/*.md, found ${describe(item)}`,
        at: placeIn(value, index),
      });
  }
  return problems.length > 0 ? problems : { value: globs };
}

const placeIn = (value: unknown, index: number): FieldPath => (Array.isArray(value) ? [index] : []);

function readOutputs(value: unknown): { value: OutputName[] } | Problem[] {
  const list = asList(value);
  const problems = list.flatMap((item, index): Problem[] => {
    if (OUTPUTS.some((output) => output === item)) return [];
    const reason = `expected ${OUTPUTS.slice(0, -1).join(', ')} or ${OUTPUTS.at(-1)}, found ${describe(item)}`;
    return [{ reason, at: placeIn(value, index), ...defined('hint', didYouMean(spelt(item), OUTPUTS)) }];
  });
  return problems.length > 0 ? problems : { value: OUTPUTS.filter((output) => list.includes(output)) };
}

function readPages(value: unknown): { value: 'all' | number } | Problem {
  if (value === 'all') return { value };
  const count = /^newest (\d{1,7})$/.exec(spelt(value))?.[1];
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

const spelt = (value: unknown): string => spelling(value) ?? '';

const orReason = <T>(value: T | undefined, expected: string, found: unknown): { value: T } | Problem =>
  value === undefined ? { reason: `expected ${expected}, found ${describe(found)}` } : { value };

/** The paper's two colours, see `styles.css`. */
const PAPERS = { light: '#fcfcfa', dark: '#121517' };
const READABLE = 4.5;

function checkAccent(accent: string, report: (finding: Finding) => void): void {
  for (const [theme, paper] of Object.entries(PAPERS)) {
    const ratio = contrast(accent, paper);
    if (ratio >= READABLE) continue;
    const message = `Expected a contrast of at least ${READABLE} on ${theme} paper, found ${ratio.toFixed(1)}: text in this accent is hard to read.`;
    report({ severity: 'warning', path: ['accent'], code: 'low-contrast', message });
  }
}
