import { type ExportedStory, escapeHtml, storyUrl } from './saved-stories.ts';

/**
 * Saved stories as a file of bookmarks that all browsers import.
 * https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)
 */
export function toBookmarks(title: string, stories: readonly ExportedStory[]): string {
  const items = stories.map((story) => {
    const added = Math.floor(story.savedAt / 1000);
    const tags = story.topics.map(({ name }) => name.replaceAll(',', ' ')).join(',');
    const link = `<DT><A HREF="${escapeHtml(storyUrl(story))}" ADD_DATE="${added}" TAGS="${escapeHtml(tags)}">${escapeHtml(story.title)}</A>`;
    return story.excerpt === undefined ? link : `${link}\n<DD>${escapeHtml(story.excerpt)}`;
  });
  return [
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
    '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">',
    `<TITLE>${escapeHtml(title)}</TITLE>`,
    `<H1>${escapeHtml(title)}</H1>`,
    '<DL><p>',
    ...items,
    '</DL><p>',
    '',
  ].join('\n');
}
