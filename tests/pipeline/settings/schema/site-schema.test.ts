import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as english from '../../../../src/app/i18n/languages/en.ts';
import { parseYaml } from '../../../../src/pipeline/content/front-matter/yaml/parse-yaml.ts';
import { schemaLine } from '../../../../src/pipeline/content/normalize/article-schema.ts';
import { INTERFACE_LANGUAGES, loadInterfaceLanguage } from '../../../../src/pipeline/settings/interface-language.ts';
import { readSettings } from '../../../../src/pipeline/settings/read-settings.ts';
import { SETTING_SCHEMAS } from '../../../../src/pipeline/settings/schema/setting-schemas.ts';
import { SITE_SCHEMA_FILE, siteSchema } from '../../../../src/pipeline/settings/schema/site-schema.ts';
import { SETTING_READERS, type SettingName } from '../../../../src/pipeline/settings/setting-readers.ts';
import { applyDefaults } from '../../../../src/pipeline/settings/settings.ts';
import { contentFolder } from '../../../support/content-folder.ts';
import { woff2 } from '../../../support/font-files.ts';
import { runsOf } from '../../../support/property-runs.ts';
import { runInShell } from '../../../support/run-in-shell.ts';
import { writeContent } from '../../../support/temp-content.ts';

const validate = new Ajv({ strict: false }).compile(siteSchema());
const NAMES = Object.keys(SETTING_READERS) as SettingName[];

/** A content folder with the files that values name. */
const ROOT = writeContent({
  'a.woff2': woff2(),
  'fonts/Name-Bold.woff2': woff2(),
  'fonts/Name.woff2': woff2(),
  'fonts/Name-Italic.woff2': woff2(),
});

/** What the schema says of a file. Editors parse it by YAML 1.2, with numbers and booleans. */
const isValid = (text: string): boolean => validate(parse(text));

/** What the reader of a setting says of its value, which is parsed as `site.yaml` is. */
function isRead(name: SettingName, text: string): boolean {
  const parsed = parseYaml(`${name}: ${text}`) as { values: Record<string, unknown> };
  return 'value' in SETTING_READERS[name](parsed.values[name], ROOT);
}

describe('the schema of the sample', () => {
  test('is up to date', () => {
    const folder = contentFolder({});
    const { exitCode, stdout } = runInShell(['schema', folder]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /site\.schema\.json\nRefer to it in the first line of site\.yaml:\n# yaml-language-server: .*\n$/,
    );
    const written = readFileSync(path.join(folder, SITE_SCHEMA_FILE), 'utf8');
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(siteSchema())));
    expect(readFileSync(`content/${SITE_SCHEMA_FILE}`, 'utf8'), 'run `npm run content -- schema`').toBe(written);
  });

  test('accepts its settings, which refer to it', () => {
    const text = readFileSync('content/site.yaml', 'utf8');
    const [line] = text.split('\n');
    expect(line).toBe(schemaLine('site.yaml', SITE_SCHEMA_FILE));
    expect(line).toMatch(/=\.\/site\.schema\.json$/);
    expect([isValid(text), validate.errors]).toEqual([true, null]);
  });
});

test('a schema that cannot be written is an error', () => {
  const folder = contentFolder({});
  mkdirSync(path.join(folder, SITE_SCHEMA_FILE));
  const { exitCode, stderr } = runInShell(['schema', folder]);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/site\.schema\.json cannot be written: a folder with this name exists\.\n$/);
});

const LONG = 'x'.repeat(1_001);
const BOOLEAN = { good: ['true', 'false', '"true"'], bad: ['yes', '1', '[true]', '{}'] };
/** In the form of `site.yaml`: values that schema and reader both accept, and values that both reject. */
const VALUES: Record<SettingName, { good: string[]; bad: string[] }> = {
  title: { good: ['The Quay', '1984', 'true', '"0"', 'a < b'], bad: ['" "', '[A]', '{ a: A }'] },
  description: { good: ['News of the bay.', '"|"'], bad: ['" "', '[A]', '{}'] },
  language: {
    good: ['en', 'pt_BR', '" de-AT "', 'zh-Hant-TW', 'sv'],
    bad: ['e', '5', 'true', '[en]', 'en-', 'German!'],
  },
  interfaceLanguage: { good: ['en', 'DE', 'de-AT', 'pt_BR', 'deu'], bad: ['sv', 'e', '5', '[en]', '{}'] },
  strings: {
    good: [
      '{}',
      '{ common: {} }',
      '{ common: { allStories: All, topics: 5, close: true, home: "{title}!" } }',
      '{ common: { stories: "{count} pieces" } }',
      '{ common: { stories: { one: a piece, few: "{count} pieces", other: "{count} pieces" } } }',
      '{ filter: { panel: { failed: { topics: No topics. } } } }',
      `{ common: { close: " ${LONG.slice(1)}\\n" } }`,
    ],
    bad: [
      'All',
      '[]',
      '{ comon: {} }',
      '{ common: All }',
      '{ common: { alStories: All } }',
      '{ common: { close: "" } }',
      '{ common: { close: " " } }',
      '{ common: { close: } }',
      '{ common: { close: { a: b } } }',
      '{ common: { close: <b>Close</b> } }',
      '{ common: { close: "Close {it}" } }',
      '{ common: { close: "a\\nb" } }',
      `{ common: { close: ${LONG} } }`,
      '{ common: { home: Home } }',
      '{ common: { home: 5 } }',
      '{ common: { stories: pieces } }',
      '{ common: { stories: { one: a piece } } }',
      '{ common: { stories: { other: pieces } } }',
      '{ common: { stories: { two_: two, other: "{count} pieces" } } }',
      '{ common: { stories: { other: "{count} {pieces}" } } }',
    ],
  },
  timeZone: {
    good: ['UTC', 'Europe/Berlin', 'Etc/GMT+1', 'America/Port-au-Prince'],
    bad: ['5', 'true', '" UTC"', 'a b', '[UTC]', '{}'],
  },
  address: {
    good: ['/', '/paper/', '" /a/b.c "', 'https://example.org', 'HTTP://example.org/a?b', '/caf%C3%A9'],
    bad: ['example.org', '//example.org/', '/a/../b', '/a b', '/a?b', '5', 'ftp://a.example/', '[/]', '{}'],
  },
  logo: {
    good: ['images/logo.png', '/logo.svg', 'https://example.org/logo.png', '" http://example.org/a.png"', '5'],
    bad: ['ftp://a.example/a.png', '//a.example/a.png', 'data:image/png,', '[a.png]', '{}'],
  },
  accent: {
    good: ['"#0a5a48"', 'rebeccapurple', 'oklch(50% 0.1 160)', '" teal"'],
    bad: ['" "', '5', 'true', '[red]', '{}'],
  },
  icon: {
    good: ['icon.svg', 'look/Ikon ä.png', '/icon.png'],
    bad: ['https://a.example/i.svg', '//a.example/i.svg', '[icon.svg]', '{}'],
  },
  nameplate: {
    good: ['n.svg', '{ light: a.svg }', '{ light: a.svg, dark: /b.png }'],
    bad: [
      'https://a.example/n.svg',
      '{ dark: b.svg }',
      '{ light: a.svg, night: b.svg }',
      '{ light: }',

      '{}',
      '[a]',
    ],
  },
  footer: {
    good: ['© 2026', '5', '"[a](b.md)\\n\\n- c"'],
    bad: ['" "', '[a]', '{}', LONG.repeat(2)],
  },
  credit: { good: ['show', 'hide'], bad: ['none', 'true', '[hide]'] },
  links: {
    good: [
      '{}',
      '{ about: /about/, imprint: pages/imprint.md, Shop: https://shop.example/, x: A.MARKDOWN }',
      '{ about: " https://a.example" }',
    ],
    bad: [
      '/about/',
      '[/about/]',
      '{ about: }',
      '{ about: "" }',
      '{ a: a.html }',
      '{ a: //b.example }',
      '{ a: /\\b }',
      '{ a: 5 }',
      '{ a: mailto:b@c.example }',
      '{ a: [/b] }',
    ],
  },
  repository: {
    good: ['https://github.com/example/paper', '" http://a.example "'],
    bad: ['github.com/a/b', '/a', '5', '[https://a.example/]', '{}'],
  },
  pagesFolder: {
    good: ['pages', './pages/', 'a/b', 'a\\b\\', '5', 'true', 'a b'],
    bad: ['/pages', '.', './/a', '../a', 'a/../b', 'a//b', 'a/.b', '.a', '[pages]', '{}'],
  },
  articles: {
    good: ['[news/*.md]', 'news/*.md', '[]', '[2024, "**/*.md"]'],
    bad: ['[""]', '[null]', '[[a]]', '{}', `[${LONG}]`],
  },
  onError: { good: ['fail', 'skip'], bad: ['Skip', 'true', '[skip]', '{}'] },
  unpublished: { good: ['hide', 'show'], bad: ['all', 'true', '[show]'] },
  duplicates: { good: ['newest', 'keep'], bad: ['oldest', '5'] },
  future: { good: ['show', 'hide'], bad: ['mark', 'false'] },
  remoteImages: BOOLEAN,
  strict: BOOLEAN,
  outputs: { good: ['[atom, robots]', '[]', 'rss'], bad: ['[atm]', 'all', '[[atom]]', '{}', 'true', '[null]'] },
  feedLinks: { good: ['page', 'origin'], bad: ['amp', '[page]'] },
  feedContent: { good: ['excerpt', 'full'], bad: ['title', 'true'] },
  pages: {
    good: ['all', 'newest 5000', 'newest 0'],
    bad: ['5000', 'newest', 'newest 12345678', '" all"', 'newest  5', '[all]', '{}'],
  },
  search: { good: ['titles', 'bodies', 'false', '"false"'], bad: ['true', 'no', 'all', '[titles]', '{}'] },
  serviceWorker: BOOLEAN,
  offline: { good: ['packs', 'off'], bad: ['on', 'false'] },
  coverage: { good: ['on', 'strict', 'off'], bad: ['true', 'false', 'yes'] },
  layout: { good: ['cards', 'list', 'headlines'], bad: ['grid', '[cards]'] },
  typefaces: {
    good: ['serif', 'sans', '{ headlines: a.woff2 }', '{ text: [a.woff2, /fonts/Name.woff2], interface: a.woff2 }'],
    bad: [
      'mono',
      '{}',
      '{ headline: a.woff2 }',
      '{ text: [] }',
      '{ text: }',
      '{ text: [""] }',
      '{ text: { a: a.woff2 } }',
      '{ text: https://a.example/a.woff2 }',
      '[serif]',
    ],
  },
  order: { good: ['top', 'newest'], bad: ['oldest', '5'] },
  singleSource: { good: ['show', 'hide'], bad: ['true', '{}'] },
  purge: {
    good: [
      '[2026/11/name]',
      'name',
      '[2024, true]',
      '[]',
      '/articles/a/',
      '[https://a.example/paper/articles/a/b/?copy]',
    ],
    bad: ['[" "]', '/topics/a/', 'https://a.example/', '[[a]]', '{}', '[null]'],
  },
};

/** What only the reader rejects: rules that a schema cannot express. */
const BEYOND: { rule: string; values: Partial<Record<SettingName, string[]>> }[] = [
  { rule: 'text is more than markup', values: { title: ['<b></b>'], description: ['"&nbsp;"'] } },
  { rule: 'the parts of a language tag fit together', values: { language: ['en-x', 'abcdefgh-1'] } },
  { rule: 'the code of a language has two or three letters', values: { language: ['deutsch', 'engl'] } },
  { rule: 'the interface has the language', values: { interfaceLanguage: ['swe', 'zh-Hant'] } },
  { rule: 'the time zone exists', values: { timeZone: ['Europe/Quay'] } },
  {
    rule: 'an address can be parsed and has no user name',
    values: {
      address: ['"https:"', 'https://me@a.example/'],
      logo: ['https://me@a.example/a.png'],
      links: ['{ a: "http://" }'],
      repository: ['https://a b.example/'],
    },
  },
  { rule: 'the colour can be parsed and is opaque', values: { accent: ['greenish', '"#0a5a4880"', 'currentColor'] } },
  { rule: 'the fonts are there', values: { typefaces: ['{ text: b.woff2 }', '{ text: [a.woff2, b.woff2] }'] } },
  { rule: 'an address is that of an article', values: { purge: ['/articles/%zz', '/articles//'] } },
  {
    rule: 'a boolean is in lower case',
    values: { remoteImages: ['True'], strict: ['TRUE'], serviceWorker: ['False'], search: ['FALSE'] },
  },
];

test('every setting has good and bad values here', () => {
  expect(Object.keys(VALUES)).toEqual(NAMES);
  expect(NAMES.filter((name) => VALUES[name].good.length === 0 || VALUES[name].bad.length === 0)).toEqual([]);
});

describe('the schema and the reader agree on', () => {
  test.each(NAMES)('%s', (name) => {
    const { good, bad } = VALUES[name];
    for (const value of good) {
      expect([value, isValid(`${name}: ${value}`), validate.errors]).toEqual([value, true, null]);
      expect([value, isRead(name, value)]).toEqual([value, true]);
    }
    for (const value of bad) {
      expect([value, isValid(`${name}: ${value}`)]).toEqual([value, false]);
      expect([value, isRead(name, value)]).toEqual([value, false]);
    }
  });

  test('settings without a value, which are not set', () => {
    for (const empty of ['', '""', '~']) {
      const text = NAMES.map((name) => `${name}: ${empty}\n`).join('');
      const { diagnostics } = readSettings({ root: contentFolder({ 'site.yaml': text }), env: {}, mode: 'build' });
      const codes = diagnostics.map(({ code, field }) => `${code} ${field}`);
      // A colour without quotes is a comment.
      expect([isValid(text), validate.errors, codes]).toEqual([
        true,
        null,
        empty === '""' ? [] : ['empty-accent accent'],
      ]);
    }
  });

  test('unknown settings', () => {
    const { diagnostics } = readSettings({ root: contentFolder({ 'site.yaml': 'titel: A' }), env: {}, mode: 'build' });
    expect([isValid('titel: A'), diagnostics.length]).toEqual([false, 1]);
  });

  test.each(INTERFACE_LANGUAGES)('the texts in %s', async (language) => {
    const site = { language };
    const { tables } = await loadInterfaceLanguage({ site });
    const value = JSON.stringify(tables);
    expect([isValid(`strings: ${value}`), validate.errors]).toEqual([true, null]);
    expect(isRead('strings', value)).toBe(true);
  });
});

describe('only the reader checks whether', () => {
  const rules = BEYOND.flatMap(({ rule, values }) =>
    Object.entries(values).map(([name, texts]) => ({ rule, name: name as SettingName, texts })),
  );
  test.each(rules)('$rule: $name', ({ name, texts }) => {
    for (const value of texts) {
      expect([value, isValid(`${name}: ${value}`), validate.errors]).toEqual([value, true, null]);
      expect([value, isRead(name, value)]).toEqual([value, false]);
    }
  });
});

test('only the schema rejects an output that is listed twice', () => {
  expect([isValid('outputs: [atom, atom]'), isRead('outputs', '[atom, atom]')]).toEqual([false, true]);
});

/** The app has these defaults, so they are absent in the settings. */
const OF_APP = ['layout'];

test.each(Object.entries(SETTING_SCHEMAS).filter(([, schema]) => 'default' in schema))(
  'the default of %s is valid, and what a site without it has',
  (name, schema) => {
    const input = { mode: 'build', hasApi: false } as const;
    expect(isRead(name as SettingName, JSON.stringify(schema.default))).toBe(true);
    if (!OF_APP.includes(name))
      expect(applyDefaults({ [name]: schema.default }, input)).toEqual(applyDefaults({}, input));
  },
);

test('examples are valid', () => {
  for (const [name, { examples = [] }] of Object.entries(SETTING_SCHEMAS))
    for (const example of examples)
      expect([
        example,
        isValid(`${name}: ${JSON.stringify(example)}`),
        isRead(name as SettingName, JSON.stringify(example)),
      ]).toEqual([example, true, true]);
});

test('the schema names the words, outputs, languages and texts that there are', () => {
  const schema = siteSchema() as {
    properties: Record<SettingName, { anyOf: unknown[]; examples?: unknown }>;
    definitions: { strings: { properties: object } };
  };
  expect(schema.properties.coverage.anyOf[0]).toEqual({ enum: ['on', 'strict', 'off'] });
  expect(JSON.stringify(schema.properties.outputs)).toContain('"eventFeeds"');
  expect(schema.properties.interfaceLanguage.examples).toEqual(INTERFACE_LANGUAGES);
  expect(Object.keys(schema.definitions.strings.properties)).toEqual(Object.keys(english).sort());
  expect(schema.definitions.strings).toMatchObject({
    properties: { common: { properties: { stories: { description: '1 story · {count} stories' } } } },
  });
});

describe('for any value, the reader rejects what the schema rejects, and the rest only by these rules', () => {
  const hasRules = (name: SettingName): boolean => BEYOND.some(({ values }) => name in values);
  const parts = [
    'a',
    'B',
    '7',
    ' ',
    '-',
    '_',
    '.',
    '/',
    ':',
    '\\',
    '%41',
    '#',
    '?',
    '"',
    '{count}',
    '{title}',
    '<',
    '>',
  ];
  const words = [
    'on',
    'top',
    'newest ',
    'atom',
    'false',
    'https://',
    'HTTP:',
    'a.example',
    '/articles/',
    '.md',
    'en',
    'UTC',
  ];
  const scalar = fc.oneof(
    fc.array(fc.constantFrom(...parts, ...words), { minLength: 1, maxLength: 5 }).map((list) => list.join('')),
    fc.integer({ min: 1, max: 100_000 }),
  );
  const value = fc.oneof(
    scalar,
    fc.uniqueArray(fc.oneof(scalar, fc.constant(null)), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('about', 'common', 'a'), fc.oneof(scalar, fc.constant({ stories: 'All' })), {
      maxKeys: 2,
    }),
    fc.record({
      common: fc.dictionary(
        fc.constantFrom('close', 'home', 'stories'),
        fc.oneof(scalar, fc.record({ one: scalar, other: scalar })),
      ),
    }),
  );

  test.each(NAMES)('%s', (name) => {
    const attempt = (): void =>
      fc.assert(
        fc.property(
          fc.oneof(
            value,
            fc
              .constantFrom(...Object.values(VALUES).flatMap(({ good, bad }) => [...good, ...bad]))
              .map((text): unknown => parse(text)),
          ),
          (data) => {
            fc.pre(data !== null && data !== '');
            const text = JSON.stringify(data);
            const [accepts, reads] = [isValid(`${name}: ${text}`), isRead(name, text)];
            if (!accepts || !hasRules(name)) expect([text, reads]).toEqual([text, accepts]);
          },
        ),
        { numRuns: runsOf(200), seed: 1 },
      );
    expect(attempt).not.toThrow();
  });
});
