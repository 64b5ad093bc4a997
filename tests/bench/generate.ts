import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A seeded source of numbers from 0 to 1 (mulberry32): the same seed gives the same corpus. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS =
  'river council bridge harvest signal museum glacier market orbit library turbine village canal theatre forest vaccine railway harbour festival survey engine school island archive lantern meadow compass orchestra quarry delta beacon granite violin parcel saffron ledger anchor copper timber'.split(
    ' ',
  );
const SECRET_BYTES = 300;

interface Corpus {
  dir: string;
  files: number;
  seed?: number;
}

/** Writes a folder of content files of the format's usual shape and size: about 4 KB, related stories, AMP addresses. */
export function generateCorpus({ dir, files, seed = 1 }: Corpus): void {
  const next = random(seed);
  const topics = Array.from({ length: Math.round(12 * (files / 1000) ** 0.35) }, (_, index) => `Topic ${index + 1}`);
  const providers = Array.from({ length: Math.round(8 * (files / 1000) ** 0.4) }, (_, index) => index + 1);
  mkdirSync(dir, { recursive: true });
  for (let index = 0; index < files; index += 1) {
    const at = new Date(Date.UTC(2026, 0, 1) - index * 2_700_000);
    const file = path.join(dir, at.toISOString().slice(0, 7).replace('-', '/'), `story-${index}.md`);
    if (index === 0 || at.getUTCDate() >= 27 || index % 50 === 0) mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, contentFile({ index, at, next, topics, providers }));
  }
}

interface FileInput {
  index: number;
  at: Date;
  next: () => number;
  topics: string[];
  providers: number[];
}

function contentFile({ index, at, next, topics, providers }: FileInput): string {
  const pick = <T>(items: T[]): T => items[Math.floor(next() * items.length)] as T;
  const words = (count: number): string => Array.from({ length: count }, () => pick(WORDS)).join(' ');
  const story = (name: string, when: Date, indent: string): string[] => {
    const provider = pick(providers);
    const host = `news${provider}.example`;
    const amp = next() < 0.3;
    return [
      `title: "The ${words(7)}"`,
      `excerpt: "A ${words(38)}.\\n    \\n"`,
      `publishedDateTime: ${when.toISOString().replace('.000Z', 'Z')}`,
      `originalUrl: "https://${host}/${name}"`,
      `webUrl: "https://${host}/${name}?utm_source=feed"`,
      ...(amp
        ? [
            `ampWebUrl: "https://amp.${host}/${name}"`,
            `cdnAmpWebUrl: "https://amp-${host.replace('.', '-')}.cdn.ampproject.org/c/s/amp.${host}/${name}"`,
          ]
        : []),
      'type: article',
      `quality: ${70 + Math.floor(next() * 120)}`,
      'provider:',
      `  name: News ${provider}`,
      `  domain: ${host}`,
      'images:',
      `  - url: "https://img.${host}/${name}.jpg"`,
      '    width: 1100',
      '    height: 619',
      '    isCached: true',
    ].map((line) => indent + line);
  };
  const related = Array.from({ length: Math.floor(next() * 5) }, (_, nth) =>
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
    ...[...new Set([pick(topics), pick(topics)])].map((topic) => `  - ${topic}`),
    ...(related.length > 0 ? ['related:', ...related] : []),
    `secured: "${secured}"`,
    '---',
    '',
  ].join('\n');
}
