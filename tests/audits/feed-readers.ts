import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { decodeHTML } from 'entities';
import { articlePath } from '../../src/model/addresses/permalinks.ts';
import type { CollectionHead } from '../../src/model/edition.ts';
import { buildFolder } from '../support/build-site.ts';
import { serveFolder } from '../support/static-server.ts';
import { copyContent } from '../support/temp-content.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { lacksCommands } from './lacks-commands.ts';

const run = promisify(execFile);
const ADDRESS = 'https://paper.example/';
const ODD_TITLE = ']]> & &amp;lt;b&amp;gt; "quoted" 👩‍👩‍👧‍👦 مرحبا '.repeat(8).trim();
const FORMATS = ['atom.xml', 'rss.xml'];

/** A story in a feed reader; `at` is in seconds. */
interface ReadStory {
  id: string;
  title: string;
  url: string;
  at: number;
  text: string;
}

/** A script for Python's feedparser that prints the entries as JSON; `bozo` is set for a feed with errors. */
const FEEDPARSER = `
import calendar, feedparser, json, sys
feed = feedparser.parse(sys.argv[1])
if feed.bozo: sys.exit(str(feed.bozo_exception))
print(json.dumps([{'id': e.id, 'title': e.title, 'url': e.link, 'at': calendar.timegm(e.published_parsed),
  'text': e.get('summary', '')} for e in feed.entries]))
`;

export const lacksFeedReaders = async (): Promise<string | undefined> =>
  (await lacksCommands({ newsboat: '--version', sqlite3: '--version', xmllint: '--version' })) ??
  (await run('python3', ['-c', 'import feedparser']).then(
    () => undefined,
    () => 'feedparser of python3',
  ));

/** Reads the feeds of the sample, and of real content if it exists, with a parser and a feed reader. */
export async function checkFeedReaders(): Promise<string | undefined> {
  const sample = copyContent(path.resolve('content'));
  writeFileSync(
    path.join(sample, 'odd.md'),
    `---\ntitle: ${JSON.stringify(ODD_TITLE)}\nexcerpt: ${JSON.stringify(ODD_TITLE)}\npublishedDateTime: 2025-11-20T06:40:00Z\nwebUrl: https://odd.example/?a=1&b=2\ntopics: [Science]\n---\n`,
  );
  const real = path.resolve('../shared/real/power-apps');
  const sites = [
    { content: sample, feeds: ['', 'topics/science/', 'providers/nobelprize.org/'] },
    ...(existsSync(real) ? [{ content: real, feeds: ['', 'topics/canvas-apps/', 'providers/microsoft.com/'] }] : []),
  ];
  const failures: string[] = [];
  for (const { content, feeds } of sites) {
    const folder = await buildFolder({ CONTENT_DIR: content, ADDRESS });
    for (const feed of feeds) failures.push(...(await compareReaders(folder, feed)));
  }
  return failures.length === 0 ? undefined : failures.join('\n');
}

/** Compares the stories of a collection with those that other programs read in its feeds. */
async function compareReaders(folder: string, feed: string): Promise<string[]> {
  const expected = storiesOf(folder, feed);
  const failures: string[] = [];
  const site = await serveFolder(folder);
  for (const format of FORMATS) {
    const file = path.join(folder, feed, format);
    const readers = {
      xmllint: () => run('xmllint', ['--noout', file]).then(() => expected),
      feedparser: () => readByFeedparser(file),
      newsboat: () => readByNewsboat(site.url + feed + format),
    };
    for (const [name, read] of Object.entries(readers)) {
      const stories = (await read()).toSorted(byId);
      const odd = expected.find((story, index) => JSON.stringify(story) !== JSON.stringify(stories[index]));
      if (!odd && stories.length === expected.length) continue;
      failures.push(
        `${name}, ${feed}${format}: ${JSON.stringify(odd)} is read as ${JSON.stringify(stories.find(({ id }) => id === odd?.id))}`,
      );
    }
  }
  await site.close();
  console.log(`        ${feed || 'all'}: ${expected.length} stories`);
  return failures;
}

const byId = (a: ReadStory, b: ReadStory): number => (a.id < b.id ? -1 : 1);

function storiesOf(folder: string, feed: string): ReadStory[] {
  const head = JSON.parse(
    readFileSync(path.join(folder, 'data/feeds', feed || 'all', 'head.json'), 'utf8'),
  ) as CollectionHead;
  const stories = head.articles.map(({ slug, title, excerpt = '', publishedAt }) => {
    const url = ADDRESS + articlePath(slug).slice(1);
    return { id: url, title, url, at: Date.parse(publishedAt) / 1000, text: excerpt };
  });
  return stories.sort(byId);
}

async function readByFeedparser(file: string): Promise<ReadStory[]> {
  const { stdout } = await run('python3', ['-c', FEEDPARSER, file], { maxBuffer: 64e6 });
  // The description of an RSS item is HTML.
  const isHtml = file.endsWith('rss.xml');
  return (JSON.parse(stdout) as ReadStory[]).map((story) =>
    isHtml ? { ...story, text: decodeHTML(story.text) } : story,
  );
}

/** Newsboat stores the entries in its cache, with texts as HTML. */
async function readByNewsboat(url: string): Promise<ReadStory[]> {
  const folder = createTempFolder('newsboat');
  const [urls, cache, config] = ['urls', 'cache', 'config'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(urls, `${url}\n`);
  writeFileSync(config, '');
  await run('newsboat', ['-u', urls, '-c', cache, '-C', config, '-x', 'reload']);
  const query = 'select guid as id, title, url, pubDate as at, content as text from rss_item';
  const { stdout } = await run('sqlite3', ['-json', cache, query], { maxBuffer: 64e6 });
  return (JSON.parse(stdout || '[]') as ReadStory[]).map((story) => ({ ...story, text: decodeHTML(story.text) }));
}
