import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { splitAssetName } from '../../src/pipeline/vite/bundle/asset-names.ts';
import type { TestBrowser } from './browser.ts';
import { type StaticServer, serveFolder } from './static-server.ts';

/** The data that a page loads without input until the network is idle, without images. Bytes at brotli 11. */
export interface FirstLoad {
  /** By kind, then by file name without its hash. */
  bytes: Record<string, Record<string, number>>;
  /** HTML to the end of the third card, and the style sheets. */
  beforeFirstPaint: number;
  requests: number;
}

const QUIET_MS = 2_000;
const IMAGES = /\.(?:svg|png|jpe?g|webp|avif|gif|ico)$/;

/** Measures the first load, as defined in `DESIGN.md`, of pages of a built site, by name. */
export async function measureFirstLoads(
  browser: TestBrowser,
  folder: string,
  pages: Record<string, string>,
): Promise<Record<string, FirstLoad>> {
  const site = await serveFolder(folder, { encoding: 'br' });
  const measured: Record<string, FirstLoad> = {};
  for (const [name, address] of Object.entries(pages)) {
    const { page, close } = await browser.newPage({ width: 390, height: 844, isMobile: true });
    site.requests.length = 0;
    await page.goto(site.url + address);
    await waitForQuiet(site);
    await close();
    const loaded = site.requests.filter((request) => !IMAGES.test(request.path));
    const bytes: FirstLoad['bytes'] = {};
    for (const request of loaded) {
      const kind = request.path.endsWith('/') ? 'html' : path.extname(request.path).slice(1);
      const files = (bytes[kind] ??= {});
      files[kind === 'html' ? 'the page' : withoutHash(request.path)] = request.bytes;
    }
    const html = readFileSync(path.join(folder, decodeURIComponent(address), 'index.html'), 'utf8');
    const beforeFirstPaint = brotliCompressSync(html.slice(0, endOfThirdCard(html))).length + total(bytes.css);
    measured[name] = { bytes, beforeFirstPaint, requests: loaded.length };
  }
  await site.close();
  return measured;
}

async function waitForQuiet({ requests }: StaticServer): Promise<void> {
  while (performance.now() - (requests.at(-1)?.at ?? 0) < QUIET_MS) await setTimeout(50);
}

export const total = (files: Record<string, number> = {}): number =>
  Object.values(files).reduce((sum, bytes) => sum + bytes, 0);

export const totalOf = ({ bytes }: FirstLoad): number =>
  Object.values(bytes).reduce((sum, files) => sum + total(files), 0);

function withoutHash(file: string): string {
  const asset = splitAssetName(file);
  return asset ? `${asset.name}.${asset.extension}` : path.posix.basename(file);
}

function endOfThirdCard(html: string): number {
  const ends = [...html.matchAll(/<\/article>/g)];
  return (ends[2] ?? ends.at(-1))?.index ?? html.length;
}
