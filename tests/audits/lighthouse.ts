import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { median } from '../bench/cost.ts';
import { buildFolder } from '../support/build-site.ts';
import { findBrowser } from '../support/find-browser.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { buildLocalSite, PAGES } from './local-site.ts';
import { npx } from './npx.ts';

const RUNS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const SAMPLE_PAGES = { front: PAGES.front, topic: PAGES.topic, article: PAGES.article };
const LINKS_PAGES = { 'front of the link blog': '', 'article of the link blog': 'articles/2026/reading-list/' };
/** The maximum ratio of the first paint to that of the same page without scripts. */
const MAX_FCP_RATIO = 1.15;
const FLAGS =
  '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

interface Report {
  scores: number[];
  /** First contentful paint in milliseconds, and the sum of layout shifts. */
  fcp: number;
  cls: number;
}

/** Runs Lighthouse for phones on sites, alternating with the same pages without scripts. */
export async function runLighthouse(): Promise<string | undefined> {
  const links = await buildFolder({ CONTENT_DIR: path.resolve('tests/fixtures/papers/links') });
  const failures = [
    ...(await measure(await buildLocalSite(), SAMPLE_PAGES)),
    // With a nameplate, an accent, an own typeface and `theme.css`.
    ...(await measure(links, LINKS_PAGES)),
  ];
  return failures.length === 0 ? undefined : `${failures.join(', ')}: below the goal`;
}

/** Measures pages of a site. Returns the names of those that are below the goal. */
async function measure(folder: string, pages: Record<string, string>): Promise<string[]> {
  const [ours, plain] = [await serve(folder), await serve(withoutScripts(folder))];
  const failures: string[] = [];
  for (const [name, address] of Object.entries(pages)) {
    const reports: Report[] = [];
    const plainReports: Report[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      reports.push(await report(ours.url + address));
      plainReports.push(await report(plain.url + address));
    }
    const scores = CATEGORIES.map((_, index) => median(reports.map((one) => one.scores[index] ?? 0)));
    const [fcp, plainFcp] = [reports, plainReports].map((all) => median(all.map((one) => one.fcp)));
    const ratio = (fcp ?? Number.NaN) / (plainFcp ?? Number.NaN);
    const cls = Math.max(...reports.map((one) => one.cls));
    console.log(
      `        ${name}: ${scores.join(' / ')}, CLS ${cls}, FCP ${fcp?.toFixed(0)} ms, ${ratio.toFixed(2)}x of ${plainFcp?.toFixed(0)} ms`,
    );
    if (scores.some((score) => score < 100) || cls > 0 || !(ratio <= MAX_FCP_RATIO)) failures.push(name);
  }
  await Promise.all([ours.close(), plain.close()]);
  return failures;
}

const serve = (folder: string): Promise<StaticServer> => serveFolder(folder, { encoding: 'br' });

async function report(url: string): Promise<Report> {
  const args = [url, '--quiet', '--output=json', `--chrome-flags=${FLAGS}`];
  const { output } = await npx('lighthouse', args, { CHROME_PATH: await findBrowser() });
  const { categories, audits } = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)) as {
    categories: Record<string, { score: number }>;
    audits: Record<string, { numericValue: number }>;
  };
  return {
    scores: CATEGORIES.map((category) => Math.round((categories[category]?.score ?? 0) * 100)),
    fcp: audits['first-contentful-paint']?.numericValue ?? Number.NaN,
    cls: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
  };
}

/** A copy of a site without scripts and their data. */
function withoutScripts(folder: string): string {
  const copy = createTempFolder('plain');
  cpSync(folder, copy, { recursive: true });
  for (const name of readdirSync(copy, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.html'))) {
    const file = path.join(copy, name);
    const html = readFileSync(file, 'utf8').replace(/<script\b.*?<\/script>|<link rel="modulepreload"[^>]*>/gs, '');
    writeFileSync(file, html);
  }
  return copy;
}
