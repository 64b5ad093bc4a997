import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Summary } from '../../src/model/article.ts';
import { createArticleStore } from '../../src/pipeline/content/cache/article-store.ts';
import { openKeyedCache } from '../../src/pipeline/content/cache/keyed-cache.ts';
import { readContent } from '../../src/pipeline/edition/build-edition.ts';
import { groupReports } from '../../src/pipeline/edition/coverage/grouping/group-reports.ts';
import type { ReportSegment } from '../../src/pipeline/edition/coverage/grouping/report-segments.ts';
import { type EventReport, HOUR } from '../../src/pipeline/edition/coverage/terms/event-report.ts';
import { readSettings } from '../../src/pipeline/settings/read-settings.ts';
import { groupBy } from '../../src/pipeline/util/group-by.ts';
import { random, SITE_LANGUAGE, textOf } from '../bench/vocabulary.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { ELECTION, POWER_APPS } from './real-folders/shared.ts';
import { type Labelled, type Scores, scoreGroups } from './score-groups.ts';

/** Labelled news, which are not in the repository. */
const FOLDER = path.resolve('../shared/coverage');

export const lacksLabelledNews = async (): Promise<string | undefined> =>
  existsSync(FOLDER) ? undefined : `labelled news in ${FOLDER}`;

interface LabelledReport {
  id: string;
  title: string;
  excerpt?: string;
  /** Empty if it is not known. */
  publishedAt: string;
  provider?: string;
  lang: string;
  label: string;
}

/** The least shares in percent, where the set has any; the goals are printed beside the results. */
const SETS: Record<string, { least: Partial<Scores>; goal: string }> = {
  'allsides-news-en': {
    least: { f1: 92, precision: 98, pairPrecision: 94, pure: 97 },
    goal: 'F1 94, precision 98.5, pairs 97, pure 99',
  },
  'og2021-multi': { least: { precision: 88 }, goal: 'precision 88, F1 75' },
  'ecbplus-en': { least: { precision: 90 }, goal: 'precision 90, F1 88' },
  'uci-en': { least: { pure: 88 }, goal: 'pure 88' },
  'wikinews-en': { least: {}, goal: 'none' },
};

/** Prints how well labelled news are grouped, how stable groups are, and what grouping costs. */
export async function auditCoverage(): Promise<string | undefined> {
  const misses = Object.entries(SETS).flatMap(([name, { least, goal }]) => {
    const scores = scoreGroups(labelledGroups(readSet(name)));
    console.log(`${name}: ${describe(scores)} (goal: ${goal})`);
    return Object.entries(least)
      .filter(([key, value]) => 100 * scores[key as keyof Scores] < value)
      .map(([key]) => `${name}: ${key}`);
  });
  const joined = judgeRealFolders();
  measureStability();
  for (const count of [10_000, 100_000]) measureCost(count);
  const all = [...misses, ...joined];
  return all.length > 0 ? `below the bar: ${all.join(', ')}` : undefined;
}

const describe = (scores: Scores): string =>
  Object.entries(scores)
    .map(([name, value]) => `${name} ${(100 * value).toFixed(1)}`)
    .join(', ');

const readSet = (name: string): LabelledReport[] =>
  readFileSync(path.join(FOLDER, 'dev', `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LabelledReport);

/** The labelled reports with their groups. Events are counted within one language. */
function labelledGroups(reports: readonly LabelledReport[]): Labelled[] {
  const groupOf = new Map(groupIds(reports).flatMap((ids, index) => ids.map((id) => [id, String(index)] as const)));
  return reports.map(({ id, label, lang }) => ({ label: `${label} ${lang}`, group: groupOf.get(id) ?? id }));
}

/** The ids of the reports in each group. */
function groupIds(reports: readonly LabelledReport[]): string[][] {
  return [...groupBy(reports, ({ lang }) => lang)].flatMap(([language, own]) => {
    const sorted = own.toSorted((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1));
    const { groups } = groupReports({ reports: sorted.map(toEventReport), language });
    return groups.map(({ members }) => members.map((index) => sorted[index]?.id ?? ''));
  });
}

const timeOf = ({ publishedAt }: LabelledReport): number => Date.parse(publishedAt) || 0;

const toEventReport = ({ id, title, excerpt = '', provider = '', ...rest }: LabelledReport): EventReport => ({
  version: id,
  at: timeOf({ id, title, ...rest }),
  ...(provider !== '' && { provider }),
  read: () => ({ title, excerpt }),
});

interface RealLabels {
  groups: { files: string[] }[];
  doubtful: { files: string[] }[];
  hardNegatives: { files: string[] }[];
}

/** Compares the groups of real folders, drafts included, with labels by hand. Doubtful pairs count neither way. */
function judgeRealFolders(): string[] {
  const labels = JSON.parse(readFileSync(path.join(FOLDER, 'labels-real.json'), 'utf8')) as RealLabels;
  const pairsIn = (sets: readonly { files: readonly string[] }[]): Set<string> =>
    new Set(sets.flatMap(({ files }) => pairsOf(files)));
  const [right, doubtful, wrong] = [labels.groups, labels.doubtful, labels.hardNegatives].map(pairsIn);
  const found = [
    ...pairsIn([POWER_APPS, ELECTION].flatMap((root) => groupIds(readFolder(root))).map((files) => ({ files }))),
  ].filter((pair) => !doubtful?.has(pair));
  const correct = found.filter((pair) => right?.has(pair)).length;
  const joined = found.filter((pair) => wrong?.has(pair)).length;
  const [precision, recall] = [correct / found.length, correct / (right?.size ?? 0)].map((part) =>
    (100 * part).toFixed(1),
  );
  console.log(
    `real folders: precision ${precision}, recall ${recall}, hard negatives joined ${joined} (goal: 100, 60, 0)`,
  );
  return joined > 0 || correct < found.length ? ['real folders: precision'] : [];
}

const pairsOf = (files: readonly string[]): string[] =>
  files.flatMap((file, index) => files.slice(index + 1).map((other) => [file, other].sort().join(' ')));

function readFolder(root: string): LabelledReport[] {
  const { settings } = readSettings({ root, env: {}, mode: 'build' });
  const store = createArticleStore({ root });
  const { read } = readContent({ root, settings, store });
  return read.flatMap(({ record }): LabelledReport[] => {
    if (!record) return [];
    const { title, excerpt = '', publishedAt } = JSON.parse(store.summary(record)) as Summary;
    const provider = record.provider?.domain ?? record.provider?.name ?? '';
    const id = `${path.basename(root)}/${path.basename(record.file)}`;
    return [{ id, title, excerpt, publishedAt, provider, lang: 'en', label: '' }];
  });
}

const REMOVALS = 60;

/** Removes single articles, which is adding one in reverse, and counts the groups beyond 96 hours that change. */
function measureStability(): void {
  for (const name of ['allsides-news-en', 'og2021-multi']) {
    const reports = readSet(name);
    const next = random(7);
    const times = new Map(reports.map((report) => [report.id, timeOf(report)]));
    const before = groupIds(reports);
    let [far, changed] = [0, 0];
    for (let round = 0; round < REMOVALS; round += 1) {
      const removed = reports[Math.floor(next() * reports.length)];
      if (!removed) continue;
      const after = new Set(groupIds(reports.filter((report) => report !== removed)).map(String));
      for (const ids of before) {
        if (ids.some((id) => Math.abs((times.get(id) ?? 0) - timeOf(removed)) <= 96 * HOUR)) continue;
        far += 1;
        if (!after.has(String(ids))) changed += 1;
      }
    }
    console.log(
      `one article less in ${name}: ${changed} of ${far} groups beyond 96 hours change, ${((100 * changed) / far).toFixed(3)} % (goal: 0.1 %)`,
    );
  }
}

/** The CPU time of grouping generated reports 45 minutes apart, then with one more and the cache of a file. */
function measureCost(count: number): void {
  const reports = Array.from({ length: count + 1 }, (_, index): EventReport => {
    const next = random(index + 1);
    const text = { title: textOf(SITE_LANGUAGE, 10, next), excerpt: textOf(SITE_LANGUAGE, 30, next) };
    return { version: `${index}`, at: index * 2_700_000, provider: `p${index % 20}`, read: () => text };
  });
  const file = path.join(createTempFolder('coverage'), 'cache');
  const memory = process.memoryUsage().rss;
  const cache = openKeyedCache<ReportSegment>(file);
  const cold = cpuSeconds(() => groupReports({ reports: reports.slice(0, -1), language: 'en', cache }));
  const megabytes = (process.memoryUsage().rss - memory) / 1e6;
  cache.save();
  const more = cpuSeconds(() => groupReports({ reports, language: 'en', cache: openKeyedCache<ReportSegment>(file) }));
  console.log(
    `${count.toLocaleString('en')} articles: ${cold.toFixed(2)} s of CPU, ${megabytes.toFixed(0)} MB more memory, one more ${more.toFixed(2)} s (goal: 0.5 s, 6 s at 100,000, 400 MB, 0.1 s)`,
  );
}

function cpuSeconds(run: () => unknown): number {
  const { user, system } = process.cpuUsage();
  run();
  const used = process.cpuUsage({ user, system });
  return (used.user + used.system) / 1e6;
}
