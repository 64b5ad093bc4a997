import { existsSync } from 'node:fs';
import path from 'node:path';
import { statsOf } from '../../util/file-stats.ts';

/** How the articles of a content folder are laid out: as in the folders of another system, or in our own way. */
export interface FolderLayout {
  /** The name of the system; absent for our own layout. */
  system?: string;
  /** The file or folder by which the system is recognised. */
  evidence?: string;
  /** Where the articles are, for messages: `content/`. */
  articles: string;
  /** Whether a Markdown file, by its path relative to the root, is an article. */
  isArticle: (file: string) => boolean;
  /** Whether a file is a draft because of its folder. */
  isDraft: (file: string) => boolean;
  /** The folders in the path of an article that its address does not contain. The first group is kept. */
  omittedFolders?: RegExp;
  /** Whether the folder has articles of the legacy site, in which some names of fields have another meaning. */
  isLegacy: boolean;
  /** Whether a file without a date is a page of the site and no article, such as `about.md`. */
  hasPages: boolean;
  /** Whether the name of a file may end with its language: `fair.de.md`. */
  namesLanguage: boolean;
  /** Whether the files of `public/` are copied to the site. */
  copiesPublicFolder: boolean;
  /** The folders that a path with a leading `/` may be relative to, besides the root. */
  staticFolders: readonly string[];
}

/** Detects the layout of a content folder by the files of the system that it was made for. */
export function detectLayout(root: string): FolderLayout {
  const has = (name: string): boolean => existsSync(path.join(root, name));
  const isLegacy = has('_news');
  for (const { evidence, requires = [], ...layout } of SYSTEMS) {
    const found = evidence.find(has);
    const isComplete = requires.length === 0 || requires.some(has);
    if (found !== undefined && isComplete)
      return withPublicFolder(root, { ...DEFAULTS, ...layout, isLegacy, evidence: found });
  }
  return withPublicFolder(root, isLegacy ? { ...DEFAULTS, isLegacy } : DEFAULTS);
}

/** The folder whose files are copied to the site as they are. */
export const PUBLIC_FOLDER = 'public';

/** Whether a system writes its site into that folder. Its own files for it are in another folder, and none is copied. */
export const writesPublicFolder = ({ system }: Pick<FolderLayout, 'system'>): boolean =>
  system !== undefined && ['Gatsby', 'Hexo', 'Hugo', 'Zola'].includes(system);

/** The files of the public folder are copied, so that paths of images may be relative to it, and none is an article. */
function withPublicFolder(root: string, layout: FolderLayout): FolderLayout {
  const hasFolder = statsOf(path.join(root, PUBLIC_FOLDER))?.isDirectory() ?? false;
  if (!hasFolder || writesPublicFolder(layout)) return layout;
  return {
    ...layout,
    copiesPublicFolder: true,
    isArticle: (file) => !file.startsWith(`${PUBLIC_FOLDER}/`) && layout.isArticle(file),
    staticFolders: [...layout.staticFolders, PUBLIC_FOLDER],
  };
}

/** Whether a folder has the layout of the legacy site, with or without its configuration. */
export const hasLegacyLayout = (root: string): boolean =>
  existsSync(path.join(root, '_config.yml')) || existsSync(path.join(root, '_news'));

const JEKYLL_ARTICLE = /(?:^|\/)_(?:news|posts|drafts)\//;
const IN_DRAFTS = /(?:^|\/)_drafts\//;
/** Folders of generated or foreign files, and of templates. */
const NOT_CONTENT = /(?:^|\/)(?:_site|_includes|_layouts|vendor|themes|archetypes)\//;
/** The folder of templates for new notes. */
const TEMPLATES = /^_?templates?\//i;

const inFolder =
  (folder: string) =>
  (file: string): boolean =>
    file.startsWith(folder);

const DEFAULTS: FolderLayout = {
  articles: 'all Markdown files',
  isArticle: (file) => !/^(?:topics|providers|_data|_authors)\//.test(file),
  isDraft: () => false,
  isLegacy: false,
  hasPages: false,
  namesLanguage: false,
  copiesPublicFolder: false,
  staticFolders: [],
};

interface System extends Partial<Omit<FolderLayout, 'evidence' | 'isLegacy'>> {
  system: string;
  /** Any one of these files shows that the folder belongs to the system. */
  evidence: readonly string[];
  /** One of these exists too. */
  requires?: readonly string[];
}

const IN_CONTENT = {
  articles: 'content/',
  isArticle: inFolder('content/'),
  omittedFolders: /^()content\//,
  hasPages: true,
};
const JEKYLL = {
  isArticle: (file: string) => JEKYLL_ARTICLE.test(file) && !NOT_CONTENT.test(file),
  isDraft: (file: string) => IN_DRAFTS.test(file),
  omittedFolders: /(^|\/)_(?:news|posts|drafts)\//g,
};

const SYSTEMS: readonly System[] = [
  {
    ...JEKYLL,
    system: 'Hexo',
    evidence: ['source/_posts'],
    articles: 'source/_posts/',
    omittedFolders: /^()source\/_(?:posts|drafts)\//,
    staticFolders: ['source'],
  },
  { ...JEKYLL, system: 'Jekyll', evidence: ['_config.yml'], articles: '_posts/ and _news/, at any depth' },
  {
    system: 'Astro',
    evidence: ['astro.config.mjs', 'astro.config.ts', 'astro.config.js'],
    requires: ['src/content'],
    articles: 'src/content/',
    isArticle: inFolder('src/content/'),
    omittedFolders: /^()src\/content\//,
    hasPages: true,
    staticFolders: ['public', 'src'],
  },
  {
    system: 'Docusaurus',
    evidence: ['docusaurus.config.js', 'docusaurus.config.ts', 'docusaurus.config.mjs'],
    requires: ['blog'],
    articles: 'blog/',
    isArticle: inFolder('blog/'),
    staticFolders: ['static'],
  },
  {
    ...IN_CONTENT,
    system: 'Gatsby',
    evidence: ['gatsby-config.js', 'gatsby-config.ts', 'gatsby-config.mjs'],
    requires: ['content'],
    staticFolders: ['static'],
  },
  {
    system: 'Eleventy',
    evidence: ['eleventy.config.js', 'eleventy.config.mjs', 'eleventy.config.cjs', '.eleventy.js'],
    articles: 'all Markdown files outside _includes/ and _site/',
    isArticle: (file) => DEFAULTS.isArticle(file) && !NOT_CONTENT.test(file),
    omittedFolders: /^()(?:content|src)\//,
    hasPages: true,
    staticFolders: ['public', 'src', 'content'],
  },
  {
    ...IN_CONTENT,
    system: 'Zola',
    namesLanguage: true,
    evidence: ['config.toml', 'zola.toml'],
    requires: ['templates', 'sass'],
    staticFolders: ['static'],
  },
  {
    ...IN_CONTENT,
    system: 'Hugo',
    namesLanguage: true,
    evidence: ['hugo.toml', 'hugo.yaml', 'hugo.json', 'config.toml', 'config.yaml', 'static'],
    requires: ['content'],
    staticFolders: ['static', 'assets'],
  },
  {
    system: 'Obsidian',
    evidence: ['.obsidian'],
    articles: 'all notes outside Templates/',
    isArticle: (file) => DEFAULTS.isArticle(file) && !TEMPLATES.test(file),
    hasPages: true,
  },
];
