import { detectLayout } from './folder-layout.ts';

/**
 * Says as what a folder is read and how to choose other files. Empty for our own layout, and if the setting `articles`
 * names the files.
 */
export function describeLayout(root: string, articleGlobs?: readonly string[]): string {
  const { system, evidence, articles } = detectLayout(root);
  if (system === undefined || evidence === undefined || articleGlobs) return '';
  const kind = `${/^[AEIO]/.test(system) ? 'an' : 'a'} ${system} ${system === 'Obsidian' ? 'vault' : 'site'}`;
  const where = articles.startsWith('all ') ? articles : `in ${articles}`;
  return `Read as ${kind}, because of ${evidence}: articles are ${where}. ${CHOOSE}`;
}

const CHOOSE = 'To choose other files, set `articles` in site.yaml.';
