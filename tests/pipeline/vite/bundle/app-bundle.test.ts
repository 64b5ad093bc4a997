import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { type InlineConfig, type ResolvedConfig, resolveConfig, type ViteBuilder } from 'vite';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTemplate, type Template } from '../../../../src/pipeline/output/pages/template.ts';
import type { SiteIcon } from '../../../../src/pipeline/settings/look/site-icon.ts';
import { readSettings } from '../../../../src/pipeline/settings/read-settings.ts';
import { applyDefaults, type Settings, type SettingValues } from '../../../../src/pipeline/settings/settings.ts';
import { bundleFolders, loadAppBundle } from '../../../../src/pipeline/vite/bundle/app-bundle.ts';
import { bundleKey } from '../../../../src/pipeline/vite/bundle/bundle-key.ts';
import { woff2 } from '../../../support/font-files.ts';
import { copySource } from '../../../support/source-copy.ts';
import { writeContent } from '../../../support/temp-content.ts';

let root: string;

beforeAll(() => {
  root = copySource().folder;
  for (const name of ['index.html', 'package.json', 'vite.config.ts', 'public'])
    cpSync(name, path.join(root, name), { recursive: true });
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const configOf = (options: InlineConfig = {}): Promise<ResolvedConfig> =>
  resolveConfig({ root, logLevel: 'silent', ...options }, 'build', 'production');

const settingsOf = (values: SettingValues = {}): Settings => applyDefaults(values, { mode: 'build', hasApi: false });

const keyOf = async (options?: InlineConfig, values?: SettingValues, theme?: string): Promise<string> =>
  bundleKey(await configOf(options), settingsOf(values), theme);

describe('the key of a bundle', () => {
  let before: string;
  beforeAll(async () => {
    before = await keyOf();
  });

  test.each([
    'index.html',
    'package.json',
    'tsconfig.json',
    'vite.config.ts',
    'src/app/app.tsx',
    'src/app/styles.css',
    'src/app/tsconfig.json',
    'src/pipeline/vite/bundle/chunk-groups.ts',
    'src/worker/pages.ts',
  ])('changes with %s', async (name) => {
    const text = readFileSync(path.join(root, name), 'utf8');
    writeFileSync(path.join(root, name), `${text}\n`);
    expect(await keyOf()).not.toBe(before);
    writeFileSync(path.join(root, name), text);
  });

  test.each([
    ['the mode', { mode: 'staging' }],
    ['an option for all environments', { build: { minify: false } }],
    ['an option for one environment', { environments: { client: { build: { sourcemap: true } } } }],
    ['a constant', { define: { __EXAMPLE__: '1' } }],
    ['a plugin', { plugins: [{ name: 'example' }] }],
  ] satisfies [string, InlineConfig][])('changes with %s of Vite', async (_, options) => {
    expect(await keyOf(options)).not.toBe(before);
  });

  test.each([
    ['the address of the site, if its path is another', 'ADDRESS', 'https://paper.example/news/'],
    ['a variable for the app', 'VITE_EXAMPLE', '1'],
  ])('changes with %s', async (_, name, value) => {
    vi.stubEnv(name, value);
    expect(await keyOf()).not.toBe(before);
  });

  test.each([
    ['the language of the site', { language: 'de' }],
    ['the language of the interface', { interfaceLanguage: 'de' }],
    ['texts of the interface', { strings: { common: { close: 'Shut' } } }],
    ['the accent', { accent: '#aa0000' }],
    ['the typefaces', { typefaces: 'sans' }],
    ['the layout', { layout: 'list' }],
  ] satisfies [string, SettingValues][])('changes with %s', async (_, values) => {
    expect(await keyOf({}, values)).not.toBe(before);
  });

  test('changes with the contents of fonts', async () => {
    const content = writeContent({ 'site.yaml': 'typefaces:\n  text: a.woff2\n' });
    const keyWith = async (font: Buffer): Promise<string> => {
      writeFileSync(path.join(content, 'a.woff2'), font);
      const { settings } = readSettings({ root: content, env: {}, mode: 'build' });
      return bundleKey(await configOf(), settings);
    };
    const first = await keyWith(woff2());
    expect(first).not.toBe(before);
    expect(await keyWith(woff2())).toBe(first);
    // Only the name of the file in the output tells the styles of the two apart.
    expect(await keyWith(woff2({ length: 2_000 }))).not.toBe(first);
  });

  test('changes with the kind of the icon, and with the sizes that are made of it', async () => {
    const config = await configOf();
    const icons: Omit<SiteIcon, 'source'>[] = [
      { type: 'svg', isScaled: false },
      { type: 'svg', isScaled: true },
      { type: 'png', size: 900, isScaled: false },
      { type: 'png', size: 900, isScaled: true },
    ];
    const keys = icons.map((icon) => bundleKey(config, { ...settingsOf(), icon: { source: '/paper/icon', ...icon } }));
    expect(new Set([before, ...keys]).size).toBe(1 + icons.length);
  });

  test('changes with the style rules of the publisher', async () => {
    const withRules = await keyOf({}, {}, 'a { color: red }');
    expect(withRules).not.toBe(before);
    expect(await keyOf({}, {}, 'a { color: blue }')).not.toBe(withRules);
  });

  test('changes with the names of public files, not with their text', async () => {
    appendFileSync(path.join(root, 'public/icon.svg'), '\n');
    expect(await keyOf()).toBe(before);
    renameSync(path.join(root, 'public/icon.svg'), path.join(root, 'public/logo.svg'));
    expect(await keyOf()).not.toBe(before);
    renameSync(path.join(root, 'public/logo.svg'), path.join(root, 'public/icon.svg'));
  });

  test('does not change with the output folder or the content', async () => {
    vi.stubEnv('ADDRESS', 'https://paper.example/');
    expect(await keyOf({ build: { outDir: 'elsewhere' } })).toBe(before);
  });
});

describe('the bundle of the app', () => {
  /** A builder that writes one file for each environment. */
  function createBuilder(config: ResolvedConfig, template: Template) {
    const built: string[] = [];
    const environments = {
      client: { name: 'client', isBuilt: false },
      ssr: { name: 'ssr', isBuilt: false },
      worker: { name: 'worker', isBuilt: false },
    };
    const write = (folder: string, name: string): void => {
      mkdirSync(path.join(root, folder), { recursive: true });
      writeFileSync(path.join(root, folder, name), name);
    };
    const build = ({ name }: { name: string }): Promise<void> => {
      built.push(name);
      if (name === 'client') {
        template.html = '<p>';
        write(`${bundleFolders(root).client}/assets`, 'index.js');
      } else if (name === 'worker') write(bundleFolders(root).worker, 'service-worker.js');
      else write(bundleFolders(root).server, 'app.js');
      return Promise.resolve();
    };
    return { built, environments, builder: { config, environments, build } as unknown as ViteBuilder };
  }

  async function load(isForced = false, theme?: string) {
    const template = createTemplate();
    const { builder, built, environments } = createBuilder(await configOf(), template);
    const bundle = await loadAppBundle({ builder, template, settings: settingsOf(), theme, isForced });
    return { bundle, built, environments };
  }

  const cache = (): string => path.join(root, 'node_modules/.cache/broadsheet');
  const bundles = (): string[] => readdirSync(cache()).filter((name) => name.startsWith('bundle-'));

  test('is built once, and is the same when it comes from the cache', async () => {
    const first = await load();
    expect(first.built).toEqual(['client', 'ssr', 'worker']);
    const second = await load();
    expect(second.built).toEqual([]);
    expect(second.bundle).toEqual(first.bundle);
    expect(second.bundle.clientFiles).toMatchObject([{ path: 'assets/index.js', body: Buffer.from('index.js') }]);
    expect(second.bundle.template.html).toBe('<p>');
    expect(readFileSync(second.bundle.server.app, 'utf8')).toBe('app.js');
    expect(second.bundle.workerCode).toBe('service-worker.js');
    expect(bundles()).toHaveLength(1);
  });

  // Otherwise Vite builds them after the hooks of the plugin.
  test('from the cache marks the environments of Vite as built', async () => {
    await load();
    const { environments } = await load();
    expect(environments).toMatchObject({ client: { isBuilt: true }, ssr: { isBuilt: true } });
  });

  test('is built again if it is forced, or if a file in the cache is damaged', async () => {
    const { bundle } = await load();
    expect((await load(true)).built).toEqual(['client', 'ssr', 'worker']);
    writeFileSync(bundle.server.app, 'entry');
    expect((await load()).built).toEqual(['client', 'ssr', 'worker']);
    expect((await load()).built).toEqual([]);
  });

  test('of a build that was killed is deleted by the next one', async () => {
    // The largest process ID on Linux is 2^22.
    mkdirSync(path.join(cache(), `bundle-${2 ** 22 + 1}.tmp`), { recursive: true });
    await load(true);
    expect(bundles()).toHaveLength(1);
  });

  test('leaves nothing in the cache if it cannot be built', async () => {
    const { builder } = createBuilder(await configOf({ mode: 'broken' }), createTemplate());
    builder.build = () => Promise.reject(new Error('broken'));
    const before = bundles();
    await expect(
      loadAppBundle({ builder, template: createTemplate(), settings: settingsOf(), isForced: false }),
    ).rejects.toThrow('broken');
    expect(bundles()).toEqual(before);
  });

  test.each([
    [
      'of the bundler',
      new Error(`Failed to write file\n\nCaused by:\n    Text (os error ${constants.errno.ENOSPC})\n\nStack`),
    ],
    ['of Node', Object.assign(new Error('ENOSPC: text'), { code: 'ENOSPC', syscall: 'write' })],
  ])('says that the disk is full, after an error %s', async (_, error) => {
    const { builder } = createBuilder(await configOf({ mode: 'full' }), createTemplate());
    builder.build = () => Promise.reject(error);
    await expect(
      loadAppBundle({ builder, template: createTemplate(), settings: settingsOf(), isForced: false }),
    ).rejects.toThrow(/^The app cannot be bundled into .*: the disk is full\.$/);
  });

  test('is built for each text of the style rules of the publisher', async () => {
    expect((await load(false, 'a { color: red }')).built).toEqual(['client', 'ssr', 'worker']);
    expect((await load(false, 'a { color: red }')).built).toEqual([]);
    expect((await load(false, 'a { color: blue }')).built).toEqual(['client', 'ssr', 'worker']);
  });
});
