import type { Settings } from '../../../settings/settings.ts';

/** The options that the settings of readers have by default on this site, where they are not those of the app. */
export function defaultOptions({ layout = 'cards', typefaces }: Settings): Record<string, string> {
  return {
    ...(layout !== 'cards' && { density: layout }),
    ...(typefaces !== 'serif' && { 'text-face': typefaces === 'sans' ? 'sans' : 'own' }),
  };
}

/** Sets the attributes of `<html>` that stand for these options, see `src/app/reader/settings/settings.ts`. */
export function withDefaultOptions(html: string, settings: Settings): string {
  const attributes = Object.entries(defaultOptions(settings)).map(([name, option]) => ` data-${name}="${option}"`);
  return html.replace('<html lang="en"', (start) => start + attributes.join(''));
}
