import path from 'node:path';
import type { Site } from '../../model/site.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { defined } from '../util/defined.ts';
import { isInside } from '../util/is-inside.ts';
import { filesUrl } from './files-url.ts';
import { contentRoot, readSettings } from './read-settings.ts';
import type { Settings } from './settings.ts';

/** A content folder with its settings. */
export interface Project {
  contentDir: string;
  settings: Settings;
  /** Diagnostics of the settings. */
  diagnostics: Diagnostic[];
}

/** Finds the content folder, relative to the project's `root`, and reads its settings. */
export function readProject(root: string, mode: 'build' | 'dev'): Project {
  const contentDir = contentRoot(root, process.env);
  const { settings, diagnostics } = readSettings({ root: contentDir, env: process.env, mode });
  return { contentDir, settings: { ...settings, site: withFilesUrl(settings.site, root, contentDir) }, diagnostics };
}

/** Adds the URL of the content files. A content folder outside of the project is assumed to be the repository's root. */
function withFilesUrl(site: Site, root: string, contentDir: string): Site {
  if (site.repository === undefined) return site;
  const folder = isInside(root, contentDir) ? path.relative(root, contentDir).replaceAll(path.sep, '/') : '';
  const url = filesUrl(site.repository, folder);
  return { ...site, ...defined('filesUrl', url) };
}
