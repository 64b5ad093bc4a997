import type { Plugin, ResolvedConfig } from 'vite';

/**
 * The plugins of Tailwind, imported when the dev server starts, or when a build processes the first style sheet. The import
 * registers module hooks, after which every other import is slower. A build that finds its bundle in the cache, and the
 * preview server, do without.
 */
export function tailwind(): Plugin {
  let config: ResolvedConfig;
  let loading: Promise<Plugin[]> | undefined;
  const load = (): Promise<Plugin[]> => (loading ??= loadPlugins(config));
  return {
    name: 'broadsheet:tailwind',
    enforce: 'pre',
    configResolved(resolved) {
      config = resolved;
      loading = undefined;
    },
    async configureServer(server) {
      for (const plugin of await load()) await handlerOf(plugin.configureServer)?.call(this, server);
    },
    transform: {
      filter: { id: STYLE_SHEET },
      async handler(...input) {
        for (const plugin of await load()) {
          const result = await handlerOf(plugin.transform)?.call(this, ...input);
          if (result) return result;
        }
        return undefined;
      },
    },
    async hotUpdate(...input) {
      for (const plugin of await load()) {
        const result = await handlerOf(plugin.hotUpdate)?.call(this, ...input);
        if (result) return result;
      }
      return undefined;
    },
  };
}

/** Style sheets, also `?inline`, but not `?raw`, `?url`, those of workers, and what Vite has bundled of packages. */
const STYLE_SHEET = { include: /\.css(?:\?.*)?$/, exclude: /\/\.vite\/|[?&](?:worker|sharedworker|raw|url)\b/ };

/** Imports the plugins that apply to this command, and tells them Vite's configuration. */
async function loadPlugins(config: ResolvedConfig): Promise<Plugin[]> {
  const { default: tailwindcss } = await import('@tailwindcss/vite');
  const plugins = tailwindcss().filter(({ apply }) => apply === undefined || apply === config.command);
  // They do not use the context of the hook.
  for (const plugin of plugins) await handlerOf(plugin.configResolved)?.call(undefined as never, config);
  return plugins;
}

type Hook = (this: never, ...input: never[]) => unknown;

/** The function of a hook, which may have options. */
const handlerOf = <T extends Hook>(hook: T | { handler: T } | undefined): T | undefined =>
  typeof hook === 'object' ? hook.handler : hook;
