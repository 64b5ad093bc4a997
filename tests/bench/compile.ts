import { writeFileSync } from 'node:fs';
import { createArticleStore } from '../../src/pipeline/content/cache/article-store.ts';
import { openKeyedCache } from '../../src/pipeline/content/cache/keyed-cache.ts';
import { formatDiagnostics } from '../../src/pipeline/diagnostics/report.ts';
import { buildEdition } from '../../src/pipeline/edition/build-edition.ts';
import type { ReportSegment } from '../../src/pipeline/edition/coverage/grouping/report-segments.ts';
import { editionFiles } from '../../src/pipeline/output/data/index.ts';
import { createOutputWriter } from '../../src/pipeline/output/files/output-writer.ts';
import { readSettings } from '../../src/pipeline/settings/read-settings.ts';
import { reportCost } from './cost.ts';

/*
 * Converts a content folder to JSON, like `vite build` before it renders pages. The arguments of this script are a
 * content folder, an output folder and a cache folder. It prints its `Cost`.
 */
const [root = '', outDir = '', cacheDir = ''] = process.argv.slice(2);
const { settings } = readSettings({ root, env: {}, mode: 'build' });
const store = createArticleStore({ root, cacheFile: `${cacheDir}/articles` });
const coverageCache = openKeyedCache<ReportSegment>(`${cacheDir}/coverage`);
const built = buildEdition({ root, settings, store, coverageCache });
store.save();
coverageCache.save();
writeFileSync(`${cacheDir}/diagnostics.txt`, formatDiagnostics(built.diagnostics));
const writer = createOutputWriter(outDir, `${cacheDir}/outputs`);
for (const file of editionFiles(built)) writer.write(file);
writer.finish();
reportCost();
