import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '../../src/model/article.ts';
import type { BodyNode } from '../../src/model/body.ts';
import type { Diagnostic } from '../../src/pipeline/diagnostics/diagnostic.ts';
import { editionIn } from './content-folder.ts';

type Edition = ReturnType<typeof editionIn>;

/** The folder of a system, made after its documentation and starters. Its bodies hold marks such as `hugo1a`. */
export const systemFolder = (name: string): string => path.resolve('tests/fixtures/systems', name);

/** `slug | date | title | topics | authors | lead image | excerpt` */
export function describeArticle({ built }: Edition, article: Article): string {
  const summary = JSON.parse(built.serializer.summary(recordOf(built, article))) as Article;
  const { url } = article.image ?? {};
  const image = built.localImages.find(({ output }) => output === url)?.source ?? url;
  return [
    article.slug,
    article.publishedAt.replace(/T00:00:00Z$/, ''),
    article.title,
    article.topics.map(({ name }) => name).join(', '),
    article.authors?.map(({ name }) => name).join(', '),
    image && path.basename(image),
    summary.excerpt,
  ]
    .map((text) => text || '-')
    .join(' | ');
}

function recordOf({ articles }: Edition['built'], { slug }: Article) {
  const record = articles.find((each) => each.slug === slug);
  if (!record) throw new Error(`There is no article ${slug}`);
  return record;
}

/** `file:line code found` */
export function describeDiagnostic({ file, line, code, message }: Diagnostic): string {
  const found = /found (`[^`]+`|[^;.,]+)/.exec(message)?.[1] ?? /`[^`]+`/.exec(message)?.[0] ?? '';
  return `${file}:${line ?? 0} ${code} ${found}`;
}

/** The texts of a body outside code, in which template code would be visible. */
export function textsOf(nodes: readonly BodyNode[] = []): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [node];
    return node.tag === 'code' || node.tag === 'pre' ? [] : textsOf(node.children);
  });
}

/** The marks in the file of an article that neither the article nor a warning shows. */
export function lostMarks(name: string, article: Article, diagnostics: readonly Diagnostic[]): string[] {
  const source = readFileSync(path.join(systemFolder(name), article.file), 'utf8');
  const shown = JSON.stringify(article);
  const warned = diagnostics
    .filter(({ file }) => file === article.file)
    .map(({ codeFrame, message }) => `${message} ${codeFrame?.text ?? ''}`)
    .join('\n');
  const marks = source.match(new RegExp(`\\b${name}\\d+[a-z]\\b`, 'g')) ?? [];
  return marks.filter((mark) => !shown.includes(mark) && !warned.includes(mark));
}
