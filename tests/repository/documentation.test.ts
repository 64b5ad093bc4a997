import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIELD_NAMES, IMAGE_NAMES, PROVIDER_NAMES } from '../../src/pipeline/content/normalize/names/field-names.ts';
import { ENVIRONMENT } from '../../src/pipeline/settings/read-settings.ts';
import { SETTING_READERS } from '../../src/pipeline/settings/setting-readers.ts';
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
  const named = (name: string): boolean => text.includes(`\`${name}\``);

  test.each(Object.entries(FIELD_NAMES))('the field %s and its other names', (_, names) => {
    expect(names.filter((name) => !named(name))).toEqual([]);
  });

  test('the fields of images and providers', () => {
    expect([...IMAGE_NAMES, ...PROVIDER_NAMES].filter((name) => !named(name))).toEqual([]);
  });

  test('every setting, and the environment variables that override settings', () => {
    expect(
      [...Object.keys(SETTING_READERS), ...Object.keys(ENVIRONMENT), 'CONTENT_DIR'].filter((name) => !named(name)),
    ).toEqual([]);
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
