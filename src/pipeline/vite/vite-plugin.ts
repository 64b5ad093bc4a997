import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { ConfigEnv, EnvironmentOptions, Plugin, PluginOption, UserConfig } from 'vite';
import { cacheFolder } from '../content/cache/cache-folder.ts';
import { pipelineFiles } from '../content/cache/pipeline-version.ts';
import { PublisherError } from '../diagnostics/publisher-error.ts';
import { splitTemplate } from '../output/pages/fill-template.ts';
import { createTemplate, takeTemplate } from '../output/pages/template.ts';
import { type Project, readProject } from '../settings/project.ts';
import type { Settings } from '../settings/settings.ts';
import { isWritableFolder } from '../util/writable-folder.ts';
import { type BroadsheetApi, buildSite } from './build-site.ts';
import { bundleFolders, SERVER_ENTRIES } from './bundle/app-bundle.ts';
import { ASSET_NAMES } from './bundle/asset-names.ts';
import { chunkGroups } from './bundle/chunk-groups.ts';
import { interfaceTexts } from './bundle/interface-texts.ts';
import { accentTokens } from './bundle/look/accent-tokens.ts';
import { defaultOptions, withDefaultOptions } from './bundle/look/default-options.ts';
import { withIconLinks } from './bundle/look/icon-links.ts';
import { publisherStyles } from './bundle/look/publisher-styles.ts';
import { tailwind } from './bundle/look/tailwind.ts';
import { typefaceStyles } from './bundle/look/typeface-styles.ts';
import { retryImports } from './bundle/retry-imports.ts';
import { stubUnusedModules } from './bundle/stub-unused-modules.ts';
import { serveEdition } from './dev-server.ts';
import { builtBasePath, servePreview } from './preview-server.ts';
import { serveParts } from './serve-parts.ts';

/**
 * The Vite plugins of Broadsheet. `vite build` writes the whole site, `vite` serves it from memory and follows the
 * content folder, `vite preview` serves what was built.
 */
export function broadsheet(): PluginOption[] {
  return [...edition(), react(), tailwind(), stubUnusedModules(), retryImports()];
}

/** The plugins that need the settings. The code that their hooks call is in the files beside this one. */
function edition(): Plugin[] {
  let project: Project;
  const template = createTemplate();
  const api: BroadsheetApi = {};
  const plugin: Plugin<BroadsheetApi> = {
    name: 'broadsheet',
    api,
    config(config, env) {
      const root = path.resolve(config.root ?? '.');
      project = readProject(root, env.command === 'build' ? 'build' : 'dev');
      const outDir = path.resolve(root, config.build?.outDir ?? 'dist');
      const { basePath } = project.settings.site;
      // A site is served as it was built, whatever the settings are now.
      const base = (env.isPreview && builtBasePath(outDir)) || basePath;
      rejectOtherBase(config.base, base);
      return { ...viteConfig({ project, base, root, outDir, env }), ...ownCacheDir(root, config, env) };
    },
    configResolved({ command, configFileDependencies }) {
      // The dev server restarts when they change. Vite knows only what it bundles with its configuration.
      if (command === 'serve') configFileDependencies.push(...pipelineFiles());
    },
    transformIndexHtml: {
      order: 'pre',
      handler(source, { server }) {
        const html = withIconLinks(withDefaultOptions(source, project.settings), project.settings);
        return server ? splitTemplate(html, project.settings.site)({ head: '', root: '' }) : html;
      },
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        if (this.environment.name === 'client') takeTemplate(template, bundle);
      },
    },
    buildApp: { order: 'post', handler: (builder) => buildSite(builder, project, template, api) },
    configureServer(server) {
      serveParts(server);
      serveEdition(server, project);
    },
    configurePreviewServer: servePreview,
  };
  const settings = (): Settings => project.settings;
  const look = [accentTokens(settings), typefaceStyles(settings), publisherStyles(() => project)];
  return [interfaceTexts(settings), ...look, plugin];
}

interface ConfigInput {
  project: Project;
  /** The base path. */
  base: string;
  root: string;
  outDir: string;
  env: ConfigEnv;
}

function viteConfig({ project: { contentDir, settings }, base, root, outDir, env }: ConfigInput): UserConfig {
  const { command, isPreview } = env;
  const folders = bundleFolders(root);
  return {
    base,
    // Only the dev server answers unknown addresses with the app. A built site has `404.html` for them.
    appType: command === 'serve' && !isPreview ? 'spa' : 'mpa',
    server: {
      // `npm run build` beside the dev server must not reload its pages.
      watch: { ignored: [`${escapeGlob(outDir)}/**`] },
      // Content files are not served: they may contain secrets. Readers get the edition.
      fs: { deny: ['.env', '.env.*', '*.{crt,pem}', '**/.git/**', `${escapeGlob(contentDir)}/**`] },
    },
    build: { emptyOutDir: false, modulePreload: { polyfill: false, resolveDependencies }, reportCompressedSize: false },
    // All environments share one plugin, because the pages need the result of the client build.
    builder: { sharedConfigBuild: true, sharedPlugins: true },
    define: {
      __SERVICE_WORKER__: String(command === 'build' && settings.serviceWorker),
      __DEFAULT_OPTIONS__: JSON.stringify(defaultOptions(settings)),
      __OFFLINE_PACKS__: String(command === 'build' && settings.offline === 'packs'),
    },
    environments: {
      client: {
        build: {
          // The build copies these files and `public/` into the output folder.
          outDir: folders.client,
          copyPublicDir: false,
          rolldownOptions: {
            ...QUIET,
            output: {
              codeSplitting: { includeDependenciesRecursively: false, groups: chunkGroups() },
              ...ASSET_NAMES,
            },
          },
        },
      },
      ssr: {
        resolve: { noExternal: true },
        define: { 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir: folders.server,
          copyPublicDir: false,
          emptyOutDir: true,
          rolldownOptions: { ...QUIET, input: SERVER_ENTRIES },
        },
      },
      ...(command === 'build' && { worker: workerEnvironment(folders.worker) }),
    },
  };
}

/** Turns off the warning of the bundler about plugins that take long. */
const QUIET = { checks: { bundlerTimings: false } };

/** The service worker is one classic script: browsers differ in their support of modules there. */
const workerEnvironment = (outDir: string): EnvironmentOptions => ({
  consumer: 'client',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir,
    copyPublicDir: false,
    emptyOutDir: true,
    rolldownOptions: {
      ...QUIET,
      input: 'src/worker/service-worker.ts',
      output: { format: 'iife', entryFileNames: '[name].js' },
    },
  },
});

/** The folder for what the dev server bundles of packages, if Vite cannot write into its default one. */
function ownCacheDir(root: string, { cacheDir }: UserConfig, { command, isPreview }: ConfigEnv): UserConfig {
  const isDev = command === 'serve' && !isPreview;
  if (!isDev || cacheDir !== undefined || isWritableFolder(path.join(root, 'node_modules/.vite'))) return {};
  return { cacheDir: path.join(cacheFolder(root), 'vite') };
}

/** Preloads only the styles of a lazy chunk, so that it never renders without them. Its imports need not be listed in the first load. */
const resolveDependencies = (_file: string, files: string[]): string[] => files.filter((file) => file.endsWith('.css'));

function rejectOtherBase(base: string | undefined, own: string): void {
  if (base === undefined || base.replace(/\/*$/, '/') === own) return;
  throw new PublisherError(
    `--base ${base} differs from the address of the site, whose path is ${own}. Set ADDRESS or site.yaml.`,
  );
}

const escapeGlob = (file: string): string => file.replaceAll('\\', '/').replace(/[()[\]{}!*?+@|]/g, '\\$&');
