import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIELD_NAMES, IMAGE_NAMES, PROVIDER_NAMES } from '../../src/pipeline/content/normalize/names/field-names.ts';
import { scalarText } from '../../src/pipeline/content/normalize/values/describe-value.ts';
import { capitalized } from '../../src/pipeline/content/normalize/values/read-value.ts';
import { ENVIRONMENT } from '../../src/pipeline/settings/read-settings.ts';
import { SETTING_SCHEMAS } from '../../src/pipeline/settings/schema/setting-schemas.ts';
import { isSettingName, SETTING_READERS, type SettingName } from '../../src/pipeline/settings/setting-readers.ts';
import { OUTPUTS } from '../../src/pipeline/settings/settings.ts';
import { runInShell } from '../support/run-in-shell.ts';

const DOCUMENTS = [
  'README.md',
  'content/README.md',
  'src/README.md',
  'src/app/README.md',
  'src/worker/README.md',
  'tests/bench/README.md',
  'tests/fixtures/upgrade/README.md',
  ...['.hosting', '.github'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];

const textOf = (file: string): string => readFileSync(file, 'utf8');
const withoutCode = (text: string): string => text.replace(/^( *)```.*?^\1```/gms, '').replace(/`[^`\n]*`/g, '');

describe.each(DOCUMENTS)('%s', (file) => {
  test('links to files and headings that exist', () => {
    const links = [...withoutCode(textOf(file)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !/^https?:/.test(target) && !leadsSomewhere(file, target))).toEqual([]);
  });

  test('names source files that exist', () => {
    const named = [...textOf(file).matchAll(/`((?:src|tests|\.hosting|\.github)\/[^`\s*<>…]+)`/g)].map(
      ([, name = '']) => name,
    );
    expect(named.filter((name) => !existsSync(name))).toEqual([]);
  });
});

test('the README has at most 150 lines', () => {
  expect(textOf('README.md').split('\n').length).toBeLessThanOrEqual(150);
});

describe('content/README.md documents', () => {
  const text = textOf('content/README.md');
  const named = (name: string): boolean => text.includes(`\`${name}\``) || text.includes(`\`${name}: `);

  test.each(Object.entries(FIELD_NAMES))('the field %s and its other names', (_, names) => {
    expect(names.filter((name) => !named(name))).toEqual([]);
  });

  test('the fields of images and providers', () => {
    expect([...IMAGE_NAMES, ...PROVIDER_NAMES].filter((name) => !named(name))).toEqual([]);
  });

  test('the environment variables', () => {
    expect([...Object.keys(ENVIRONMENT), 'CONTENT_DIR'].filter((name) => !named(name))).toEqual([]);
  });

  const rows = settingRows(text);

  test('every setting, and no other', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(SETTING_READERS).sort());
  });

  test.each(rows)('the setting $name as its schema does', ({ name, default: documented, variable, meaning }) => {
    const schema = SETTING_SCHEMAS[name as SettingName];
    const [, words = ''] = /^([A-Z`].*)\.$/.exec(schema.description) ?? [];
    expect(capitalized(meaning.slice(0, words.length))).toBe(words);
    expect(meaning.slice(words.length)).toMatch(/^(?:[.;:,]|$)/);
    const value = /^`([^`]+)`$/.exec(documented)?.[1];
    expect(isSettingName(value ?? '') ? undefined : value).toBe(scalarText(schema.default));
    const variables: Record<string, string> = ENVIRONMENT;
    expect(variables[variable.replaceAll('`', '')]).toBe(variable === '' ? undefined : name);
  });

  test('every token of the style sheet', () => {
    const styles = textOf('src/app/styles.css');
    const tokens = [...styles.matchAll(/^ +(--(?:color|font|edge)[a-z0-9-]*):(?! initial)/gm)].map(([, name]) => name);
    const documented = [...text.matchAll(/^\| (`--[^|]*) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(--[\w-]+)`/g)].map(([, name]) => name),
    );
    expect(new Set(documented)).toEqual(new Set(tokens));
  });

  test('every output', () => {
    expect(OUTPUTS.filter((name) => !named(name))).toEqual([]);
  });
});

test('every npm script is documented', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const text = textOf('README.md') + textOf('.github/CONTRIBUTING.md');
  const isDocumented = (name: string): boolean =>
    text.includes(`\`npm run ${name}`) || text.includes(`\`npm ${name}\``);
  expect(Object.keys(scripts).filter((name) => !isDocumented(name))).toEqual([]);
});

test('the README documents every command and option', () => {
  const text = textOf('README.md');
  const usage = runInShell([]).stderr;
  const commands = [...usage.matchAll(/npm run (?:content -- )?([a-z]+)/g)].map(([command]) => command);
  const options = [...usage.matchAll(/--[a-zA-Z]+/g)].map(([option]) => option);
  expect(commands).toHaveLength(4);
  expect(options).toHaveLength(5);
  expect([...commands, ...options].filter((word) => !text.includes(word))).toEqual([]);
});

/** The rows of the table of settings. */
const settingRows = (text: string): { name: string; default: string; variable: string; meaning: string }[] =>
  Array.from(
    /^\| Setting \|.*\n\|[ |-]+\n((?:\|.*\n)+)/m
      .exec(text)?.[1]
      ?.matchAll(/^\| `(\w+)` \| (.*?) \| (.*?) ?\| (.*) \|$/gm) ?? [],
    ([, name = '', value = '', variable = '', meaning = '']) => ({ name, default: value, variable, meaning }),
  );

/** Whether a link of a document leads to a file of the repository, and to a heading in it where it names one. */
function leadsSomewhere(from: string, target: string): boolean {
  const [name = '', anchor] = target.split('#');
  const file = name === '' ? from : path.posix.join(path.posix.dirname(from), name);
  if (!existsSync(file)) return false;
  return anchor === undefined || headingsOf(textOf(file)).includes(anchor);
}

/** The anchors that GitHub gives to headings. */
const headingsOf = (text: string): string[] =>
  [...text.replace(/^( *)```.*?^\1```/gms, '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
