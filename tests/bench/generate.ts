import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OTHER_LANGUAGES, random, SITE_LANGUAGE, textOf } from './vocabulary.ts';

const SECRET_BYTES = 300;
/** The share of articles in other languages than the site's. */
const OTHER_SHARE = 0.06;

/** The numbers of topics and providers. They grow more slowly than the number of files. */
export interface World {
  topics: number;
  providers: number;
}

interface Corpus {
  dir: string;
  files: number;
  /** The number of files with diagnostics: one error, for which the file is rejected, and two warnings. */
  faulty?: number;
  world?: World | undefined;
}

/**
 * Writes a folder of content files of typical shape and size: about 4 KB, three related stories, AMP URLs. The same
 * number of files results in the same corpus.
 */
export function generateCorpus({ dir, files, faulty = 0, world = worldOf(files) }: Corpus): void {
  const folders = new Set<string>();
  for (let index = 0; index < files; index += 1) {
    const folder = path.dirname(path.join(dir, corpusFile(index)));
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    const text = contentFile(index, world);
    const isFaulty = faulty > 0 && index % Math.round(files / faulty) === 0;
    writeFileSync(path.join(dir, corpusFile(index)), isFaulty ? withDiagnostics(text) : text);
  }
}

const worldOf = (files: number): World => ({
  topics: Math.round(12 * (files / 1000) ** 0.35),
  providers: Math.round(8 * (files / 1000) ** 0.4),
});

/** The path of a file by its number, relative to the folder; 0 is the newest article. */
export const corpusFile = (index: number): string =>
  `${dateOf(index).toISOString().slice(0, 7).replace('-', '/')}/story-${index}.md`;

const withDiagnostics = (text: string): string =>
  text
    .replace(/^publishedDateTime: .*$/m, 'publishedDateTime: 2021-02-30T10:00:00Z')
    .replace(/^topics:$/m, 'tpoics:')
    .replace(/^ {6}width: 50$/m, '      width: wide');

/** The date of an article: newest first, 45 minutes apart. */
const dateOf = (index: number): Date => new Date(Date.UTC(2026, 0, 1) - index * 2_700_000);

/** The text of a file by its number. */
export function contentFile(index: number, { topics, providers }: World = { topics: 12, providers: 8 }): string {
  const next = random(index + 1);
  const at = dateOf(index);
  const pick = <T>(items: T[]): T => items[Math.floor(next() * items.length)] as T;
  const topic = (): string => `Topic ${1 + Math.floor(next() * topics)}`;
  const language = next() < OTHER_SHARE ? pick(OTHER_LANGUAGES) : SITE_LANGUAGE;
  /** A text of about that number of words: at most a fifth more or less. */
  const words = (count: number): string => textOf(language, Math.round(count * (0.8 + next() * 0.4)), next);
  const story = (name: string, when: Date, indent: string): string[] => {
    const provider = 1 + Math.floor(next() * providers);
    const host = `news${provider}.example`;
    const page = `${when.toISOString().slice(0, 10).replaceAll('-', '/')}/world/${name}/index.html`;
    return [
      `title: "${words(10)} "`,
      `excerpt: "${words(30)}${language.stop}\\n    \\n"`,
      ...(language.lang === undefined ? [] : [`lang: ${language.lang}`]),
      `publishedDateTime: ${when.toISOString().replace('.000Z', 'Z')}`,
      `originalUrl: "http://rss.${host}/~r/rss/all/~3/${name}/index.html"`,
      `webUrl: "https://www.${host}/${page}${next() < 0.2 ? '?utm_source=feed' : ''}"`,
      ...(next() < 0.5
        ? [
            `ampWebUrl: "https://amp.${host}/${page}"`,
            `cdnAmpWebUrl: "https://amp-${host.replace('.', '-')}.cdn.ampproject.org/c/s/amp.${host}/${page}"`,
          ]
        : []),
      'type: article',
      `quality: ${70 + Math.floor(next() * 120)}`,
      'provider:',
      `  name: News ${provider}`,
      `  domain: ${host}`,
      ...(indent === ''
        ? [
            '  images:',
            `    - url: "https://static.example/images/organizations/${host}-50x50.jpg"`,
            '      width: 50',
            '      height: 50',
          ]
        : []),
      'images:',
      `  - url: "https://cdn.${host}/dam/assets/${when.getTime()}-${name}-super-tease.jpg"`,
      '    width: 1100',
      '    height: 619',
      '    isCached: true',
    ].map((line) => indent + line);
  };
  const related = Array.from({ length: 1 + Math.floor(next() * 5) }, (_, nth) =>
    story(`related-${index}-${nth}`, new Date(at.getTime() - nth * 3_600_000), '    ')
      .join('\n')
      .replace(/^ {4}/, '  - '),
  );
  const secured = Buffer.from(Array.from({ length: SECRET_BYTES }, () => Math.floor(next() * 256))).toString('base64');
  return [
    '---',
    'category: news',
    ...story(`story-${index}`, at, ''),
    `heat: -1`,
    'published: true',
    'topics:',
    ...[...new Set([topic(), topic()])].map((name) => `  - ${name}`),
    ...(related.length > 0 ? ['related:', ...related] : []),
    `secured: "${secured}"`,
    '---',
    '',
  ].join('\n');
}
