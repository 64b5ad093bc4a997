import type { Plugin } from 'vite';
import { accentPalette } from '../../../settings/look/accent-palette.ts';
import type { Settings } from '../../../settings/settings.ts';

/** Whether a module is the style sheet that every page loads. It has the tokens. */
export const isAppStyles = (id: string): boolean =>
  id.replaceAll('\\', '/').split('?', 1)[0]?.endsWith('/src/app/styles.css') ?? false;

/** The tokens of the accent in the style sheet: first those of the light theme, then those of the dark one. */
const TOKEN = /(--color-(accent|on-accent|soft)): #[0-9a-f]{6};/g;

/** Replaces the colours of the accent by those of the publisher. */
export function accentTokens(settings: () => Settings): Plugin {
  return {
    name: 'broadsheet:accent-tokens',
    enforce: 'pre',
    transform(code, id) {
      const { accent } = settings().site;
      if (accent === undefined || !isAppStyles(id)) return undefined;
      const { light, dark } = accentPalette(accent);
      const seen = new Set<string>();
      return code.replace(TOKEN, (_, token: string, name: string) => {
        const theme = seen.has(token) ? dark : light;
        seen.add(token);
        return `${token}: ${name === 'accent' ? theme.accent : name === 'soft' ? theme.soft : theme.onAccent};`;
      });
    },
  };
}
