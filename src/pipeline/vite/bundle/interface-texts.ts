import path from 'node:path';
import type { Plugin } from 'vite';
import { escapeAttribute } from '../../output/files/escape-attribute.ts';
import { type InterfaceLanguage, loadInterfaceLanguage } from '../../settings/interface-language.ts';
import type { Settings } from '../../settings/settings.ts';

/** The module that the app imports its texts from. In the source it has those in English. */
const MODULE = 'src/app/i18n/language.ts';
/** Of the modules that replace it. The name of the importing file follows. */
const PREFIX = '\0interface-texts/';

/**
 * Replaces the texts of the interface by those in the language of the site. Each file that imports them gets a module of
 * its own, of which only the tables that it uses are left in the bundle: otherwise the tables of lazy parts would be in
 * the first load.
 */
export function interfaceTexts(settings: () => Settings): Plugin {
  let file = '';
  const load = (): Promise<InterfaceLanguage> => loadInterfaceLanguage(settings());
  return {
    name: 'broadsheet:interface-texts',
    enforce: 'pre',
    configResolved({ root }) {
      file = path.join(root, MODULE);
    },
    resolveId(source, importer) {
      if (!importer || !source.endsWith('/language.ts')) return undefined;
      const [importing = ''] = importer.split('?');
      if (path.resolve(path.dirname(importing), source) !== file) return undefined;
      return PREFIX + path.basename(importing, path.extname(importing));
    },
    async load(id) {
      if (!id.startsWith(PREFIX)) return undefined;
      const { tables, ...rest } = await load();
      return Object.entries({ ...tables, ...rest })
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const { tables, interfaceAttributes } = await load();
        const { needScript, partFailed } = tables.indexHtml;
        const attributes = Object.entries({ ...interfaceAttributes });
        return html
          .replace(' %INTERFACE_ATTRIBUTES%', () =>
            attributes.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join(''),
          )
          .replace('"%NOTICE_ATTRIBUTES%";', () =>
            attributes.map(([name, value]) => `n.${name}=${scriptText(value)};`).join(''),
          )
          .replace('%NEED_SCRIPT%', () => escapeAttribute(needScript))
          .replace('"%PART_FAILED%"', () => scriptText(partFailed));
      },
    },
  };
}

/** A text as an expression of an inline script. */
const scriptText = (text: string): string => JSON.stringify(text).replaceAll('<', '\\u003c');
