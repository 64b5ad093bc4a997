import type { Article, Summary } from '../../../model/article.ts';
import { bodyText } from '../../../model/search/body-text.ts';
import { FIELD } from '../../../model/search/search-index.ts';
import { termsOf } from '../../../model/search/terms.ts';

/** The terms of an article with the fields in which they occur. `article` is needed only if bodies are searched. */
export function articleTerms(summary: Summary, article?: Article): Map<string, number> {
  const fieldsOf = new Map<string, number>();
  const add = (text: string, field: number): void => {
    for (const term of termsOf(text)) fieldsOf.set(term, (fieldsOf.get(term) ?? 0) | field);
  };
  const { title, excerpt, topics, provider, authors } = summary;
  add(title, FIELD.title);
  if (excerpt !== undefined) add(excerpt, FIELD.excerpt);
  for (const { name } of topics) add(name, FIELD.names);
  if (provider) add(provider.name, FIELD.names);
  for (const { name } of authors ?? []) add(name, FIELD.names);
  if (article?.body) add(bodyText(article.body), FIELD.body);
  return fieldsOf;
}
