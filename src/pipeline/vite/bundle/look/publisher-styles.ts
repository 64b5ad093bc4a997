import type { Plugin, ViteDevServer } from 'vite';
import { readThemeFile } from '../../../settings/look/theme/read-theme-file.ts';
import type { Project } from '../../../settings/project.ts';
import { isAppStyles } from './accent-tokens.ts';

/**
 * Adds the publisher's own style rules to the style sheet that every page loads, in a layer after all others. It runs after
 * Tailwind and Vite have compiled the sheet, so that neither reads the rules.
 */
export function publisherStyles(project: () => Project): Plugin {
  return {
    name: 'broadsheet:publisher-styles',
    transform(code, id) {
      if (!isAppStyles(id)) return undefined;
      const { contentDir, settings } = project();
      const { css } = readThemeFile(contentDir, settings.site.basePath);
      return css === undefined ? undefined : `${code}\n@layer publisher {\n${css}\n}\n`;
    },
  };
}

/** Returns a function that updates the style sheet of open pages if the publisher's rules have changed. */
export function followTheme(server: ViteDevServer, theme: () => string | undefined): () => void {
  let shown = theme();
  return () => {
    if (theme() === shown) return;
    shown = theme();
    const { client } = server.environments;
    for (const [id, module] of client.moduleGraph.idToModuleMap) if (isAppStyles(id)) void client.reloadModule(module);
  };
}
