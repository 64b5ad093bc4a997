import { articlePath } from '../../../model/addresses/permalinks.ts';
import { withBasePath } from '../../data/base-path.ts';
import { readKeptArticles } from '../actions/kept-articles.ts';
import { valuesOf } from '../state/reader-state.ts';
import { openStore } from '../store/reader-store.ts';
import type { ExportedStory } from './saved-stories.ts';
import { toBookmarks } from './to-bookmarks.ts';
import { frontMatterPath, toFrontMatter } from './to-front-matter.ts';
import { toMarkdown } from './to-markdown.ts';

export type SavedFormat = 'markdown' | 'bookmarks' | 'front-matter';

/** The saved stories as a file, the latest saved first: a list, or an archive of content files. */
export async function exportSaved(format: SavedFormat, title: string): Promise<{ name: string; content: Blob }> {
  const stories = await readStories();
  switch (format) {
    case 'markdown':
      return { name: 'saved-stories.md', content: new Blob([toMarkdown(title, stories)], { type: 'text/markdown' }) };
    case 'bookmarks':
      return { name: 'saved-stories.html', content: new Blob([toBookmarks(title, stories)], { type: 'text/html' }) };
    case 'front-matter': {
      const { downloadZip } = await import('client-zip');
      const files = stories.map((story) => ({ name: frontMatterPath(story), input: toFrontMatter(story) }));
      return { name: 'saved-stories.zip', content: await downloadZip(files).blob() };
    }
  }
}

async function readStories(): Promise<ExportedStory[]> {
  await openStore();
  const articles = await readKeptArticles();
  return [...valuesOf('saved')]
    .map(([slug, story]) => ({
      ...story,
      slug,
      pageUrl: new URL(withBasePath(articlePath(slug)), location.href).href,
      kept: articles.get(slug),
    }))
    .sort((a, b) => b.savedAt - a.savedAt);
}
