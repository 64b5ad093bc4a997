import { type ExportedStory, storyUrl } from './saved-stories.ts';

/** Saved stories as a list in Markdown: the title as a link, the source and the date, the excerpt. */
export function toMarkdown(title: string, stories: readonly ExportedStory[]): string {
  const items = stories.map((story) => {
    const { provider, publishedAt, excerpt } = story;
    const source = [provider?.name, publishedAt.slice(0, 10)].filter((part) => part !== undefined).join(', ');
    const first = `- ${markdownLink(story.title, storyUrl(story))} (${escapeMarkdown(source)})`;
    return excerpt === undefined ? first : `${first}\n  ${escapeMarkdown(oneLine(excerpt))}`;
  });
  return `# ${escapeMarkdown(oneLine(title))}\n\n${items.join('\n')}\n`;
}

/** A link in Markdown. */
export const markdownLink = (text: string, url: string): string =>
  `[${escapeMarkdown(oneLine(text))}](<${url.replace(/[<>\\]/g, encodeURIComponent)}>)`;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Escapes what could be markup. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#&~|]/g, '\\$&');
