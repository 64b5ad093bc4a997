import type { Article } from '../../../model/article.ts';
import { firstParagraph } from '../../content/markdown/first-paragraph.ts';
import { MAX_SUMMARY_EXCERPT } from '../../content/normalize/normalize-story.ts';
import { cutAtWord } from '../../content/normalize/values/plain-text.ts';

/** The excerpt in the summary of an article without one: the first paragraph of its body. */
export function madeExcerpt({ body }: Article): string | undefined {
  const text = body && firstParagraph(body);
  return text === undefined ? undefined : cutAtWord(text, MAX_SUMMARY_EXCERPT);
}
