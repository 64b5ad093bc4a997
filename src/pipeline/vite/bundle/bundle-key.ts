import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ResolvedConfig } from 'vite';
import { versionOf } from '../../content/cache/pipeline-version.ts';
import { iconNames } from '../../settings/look/icon-names.ts';
import type { Settings } from '../../settings/settings.ts';
import { hashOf } from '../../util/hash.ts';
import { listFiles } from '../../util/list-files.ts';

/**
 * A hash of everything that influences the bundle of the app: the source code, the lock file, Node's version, Vite's
 * configuration with its options and environment variables, the names in `public/`, the settings of the interface, and
 * the publisher's own style rules.
 * The text of public files is not part of it, because Vite only checks that they exist.
 */
export function bundleKey(config: ResolvedConfig, settings: Settings, theme?: string): string {
  const { root, publicDir, configFileDependencies } = config;
  const code = ['src/app', 'src/worker'].flatMap((folder) =>
    listFiles(path.join(root, folder)).map((name) => `${folder}/${name}`),
  );
  const project = ['index.html', 'package.json', 'tsconfig.json', ...code].map((name) => path.join(root, name));
  const files = [...project, ...configFileDependencies];
  const contents = files.map((file) => `${path.relative(root, file)} ${hashOf(readFileSync(file))}`);
  const look = JSON.stringify([bundledSettings(settings), theme]);
  return hashOf(
    [versionOf(path.join(root, 'src')), ...contents, ...listFiles(publicDir), optionsOf(config), look].join('\n'),
  );
}

/** The settings of which the app is bundled, as text. The others are data of the edition. */
export function bundledSettings({ site, icon, interfaceLanguage, strings, typefaces, layout }: Settings): string {
  const { basePath, language, accent } = site;
  // The links to the app's own icon are others than those to one of the publisher with the same names.
  const icons = icon && iconNames(icon);
  return JSON.stringify([basePath, language, interfaceLanguage, strings, accent, icons, typefaces, layout]);
}

/** The options of Vite that influence a bundle, as text. Functions are compared by their source. */
function optionsOf({ base, build, define, env, environments, mode, oxc, plugins, resolve }: ResolvedConfig): string {
  const perEnvironment = Object.values(environments).map((options) => [options.define, options.build, options.resolve]);
  const names = plugins.map(({ name }) => name);
  const seen = new WeakSet();
  return JSON.stringify(
    [process.env.NODE_ENV, base, build, define, env, perEnvironment, mode, names, oxc, resolve],
    (key, value: unknown) => {
      // The output folder has no influence, and that of the server bundle differs in each process.
      if (key === 'outDir') return undefined;
      if (typeof value === 'function' || value instanceof RegExp) return String(value);
      if (typeof value !== 'object' || value === null) return value;
      if (seen.has(value)) return undefined;
      seen.add(value);
      return value;
    },
  );
}
