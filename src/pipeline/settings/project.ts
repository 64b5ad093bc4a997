import path from 'node:path';
import type { Site } from '../../model/site.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { defined } from '../util/defined.ts';
import { filesUrl } from './files-url.ts';
import { contentRoot, readSettings } from './read-settings.ts';
import type { Settings } from './settings.ts';

/** A content folder and what its settings say. */
export interface Project {
  contentDir: string;
  settings: Settings;
  /** What is wrong in the settings. */
  diagnostics: Diagnostic[];
}

/** Reads which content folder is meant, relative to `root`, and its settings. */
export function readProject(root: string, mode: 'build' | 'dev'): Project {
  const contentDir = contentRoot(root, process.env);
  const { settings, diagnostics } = readSettings({ root: contentDir, env: process.env, mode });
  return { contentDir, settings: { ...settings, site: withFilesUrl(settings.site, root, contentDir) }, diagnostics };
}

/** A content folder outside of the project is taken for a repository of its own. */
function withFilesUrl(site: Site, root: string, contentDir: string): Site {
  if (site.repository === undefined) return site;
  const folder = path.relative(root, contentDir).replaceAll(path.sep, '/');
  const url = filesUrl(site.repository, folder.startsWith('..') ? '' : folder);
  return { ...site, ...defined('filesUrl', url) };
}
