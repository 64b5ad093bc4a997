import type { Issue } from './issue.ts';
import { contentRoot, readSettings, type Settings } from './settings.ts';

/** A content folder and what its settings say. */
export interface Project {
  contentDir: string;
  settings: Settings;
  /** What is wrong in the settings. */
  issues: Issue[];
}

/** Reads which content folder is meant, relative to `root`, and its settings. */
export function readProject(root: string, mode: 'build' | 'dev'): Project {
  const contentDir = contentRoot(root, process.env);
  const { settings, issues } = readSettings({ root: contentDir, env: process.env, mode });
  return { contentDir, settings, issues };
}
