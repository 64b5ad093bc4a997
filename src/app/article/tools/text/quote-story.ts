import { articlePath } from '../../../../model/addresses/permalinks.ts';
import type { Summary } from '../../../../model/article.ts';
import { withBasePath } from '../../../data/base-path.ts';
import { strings } from '../../../i18n/strings.ts';
import { markdownLink } from '../../../reader/transfer/to-markdown.ts';
import { toolsStrings as words } from './tools-strings.ts';

type QuotedStory = Pick<Summary, 'slug' | 'title' | 'provider' | 'originUrl' | 'ampUrl'>;

/** The address of an article on this site. */
export const articleUrl = (slug: string): string => new URL(withBasePath(articlePath(slug)), location.href).href;

/** The title, the source and the address of a story. The address is that of the source, if it has one. */
export function quoteStory(story: QuotedStory, format: 'text' | 'markdown'): string {
  const url = story.originUrl ?? story.ampUrl ?? articleUrl(story.slug);
  const source = story.provider?.name;
  if (format === 'markdown')
    return source ? `${markdownLink(story.title, url)}, ${source}` : markdownLink(story.title, url);
  const title = words.quotedTitle({ title: story.title });
  return `${source ? title + strings.listSeparator + source : title}\n${url}`;
}
