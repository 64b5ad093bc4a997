import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import yaml from 'js-yaml';
import { reportCost } from './cost.ts';

/*
 * The simplest implementation: reads, parses and writes the same files without any checks. The arguments of this script
 * are a content folder and an output folder. It prints its `Cost`.
 */
const [root = '', outDir = ''] = process.argv.slice(2);

interface Doc {
  slug: string;
  title: string;
  publishedDateTime: string;
  topics?: string[];
  provider?: { domain: string };
  [field: string]: unknown;
}

const docs = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    const [, frontMatter = ''] = readFileSync(file, 'utf8').split(/^---$/m);
    const doc = yaml.load(frontMatter, { schema: yaml.CORE_SCHEMA }) as Doc;
    return { ...doc, secured: undefined, slug: path.relative(root, file).replace(/\.md$/, '') };
  })
  .sort((a, b) => (a.publishedDateTime < b.publishedDateTime ? 1 : -1));

const collections = new Map<string, Doc[]>([['all', docs]]);
for (const doc of docs) {
  for (const key of [...(doc.topics ?? []).map((topic) => `topics/${topic}`), `providers/${doc.provider?.domain}`]) {
    const list = collections.get(key);
    if (list) list.push(doc);
    else collections.set(key, [doc]);
  }
}

const folders = new Set<string>();
for (const doc of docs) write(`articles/${doc.slug}.json`, doc);
const positions = new Map<Doc, number>(docs.toReversed().map((doc, position) => [doc, position]));
for (const [key, list] of collections) {
  const pages = Math.floor(list.length / 30);
  for (let page = 1; page <= pages; page += 1) {
    const end = list.length - (page - 1) * 30;
    write(`feeds/${key}/${page}.json`, { page, articles: list.slice(end - 30, end).map(summarize) });
  }
  write(`feeds/${key}/head.json`, { total: list.length, pages, articles: list.slice(0, 30).map(summarize) });
}
for (const [key, list] of collections)
  if (key !== 'all')
    write(
      `feeds/${key}/positions.json`,
      list.map((doc) => positions.get(doc)),
    );
for (const name of ['topics', 'providers', 'edition', 'days']) write(`${name}.json`, [...collections.keys()]);
reportCost();

function summarize({ related: _, ...summary }: Doc): object {
  return summary;
}

function write(name: string, value: unknown): void {
  const file = path.join(outDir, name);
  const folder = path.dirname(file);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(file, JSON.stringify(value));
}
