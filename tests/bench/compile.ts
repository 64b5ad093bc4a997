import { writeFileSync } from 'node:fs';
import { createArticleStore } from '../../src/pipeline/content/cache/article-store.ts';
import { formatDiagnostics } from '../../src/pipeline/diagnostics/report.ts';
import { buildEdition } from '../../src/pipeline/edition/build-edition.ts';
import { editionFiles } from '../../src/pipeline/output/data/index.ts';
import { createOutputWriter } from '../../src/pipeline/output/files/output-writer.ts';
import { readSettings } from '../../src/pipeline/settings/read-settings.ts';
import { reportCost } from './cost.ts';

/*
 * From content folder to JSON, as `vite build` does it before it renders pages. Run as a script with a content folder,
 * an output folder and a folder for the caches, prints its `Cost`.
 */
const [root = '', outDir = '', cacheDir = ''] = process.argv.slice(2);
const { settings } = readSettings({ root, env: {}, mode: 'build' });
const store = createArticleStore({ root, cacheFile: `${cacheDir}/articles` });
const built = buildEdition({ root, settings, store });
store.save();
writeFileSync(`${cacheDir}/issues.txt`, formatDiagnostics(built.diagnostics));
const writer = createOutputWriter(outDir, `${cacheDir}/outputs`);
for (const file of editionFiles(built)) writer.write(file);
writer.finish();
reportCost();
