import { rmSync } from 'node:fs';
import { bench, tableOf } from '../bench/bench.ts';
import { findBrowser } from '../support/find-browser.ts';
import { createTempFolder, TEMP_ROOT } from '../support/temp-folder.ts';
import { checkAccents } from './accents.ts';
import { checkAccess } from './axe.ts';
import { checkHtml, checkStructuredData } from './check-html.ts';
import { auditCoverage, lacksLabelledNews } from './coverage.ts';
import { tryFaults } from './faults.ts';
import { checkFeedReaders, lacksFeedReaders } from './feed-readers.ts';
import { measureInteractions } from './interactions.ts';
import { checkKeeping } from './keep-offline.ts';
import { lacksCommands } from './lacks-commands.ts';
import { checkLanguages } from './languages.ts';
import { runLighthouse } from './lighthouse.ts';
import { checkNginx } from './nginx.ts';
import { lacksTool } from './npx.ts';
import { checkTimes, tryProperties } from './odd-content.ts';
import { checkOffline } from './offline.ts';
import { checkRealFolders, lacksRealFolders } from './real-folders.ts';
import { auditSearch } from './search.ts';
import { checkWorkflows } from './workflows.ts';

/** A check that needs more than Node and a few seconds. */
interface Audit {
  name: string;
  /** Returns what is missing to run the audit; `undefined` if nothing is missing. */
  lacks: () => Promise<string | undefined>;
  /** Returns a description of the failure; `undefined` for success. */
  run: () => Promise<string | undefined>;
}

/** The maximum ratio of CPU time for ten times the content. */
const MAX_CPU_RATIO = 11;

const AUDITS: Audit[] = [
  {
    name: 'a browser for the tests',
    lacks: async () => {
      try {
        await findBrowser();
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    run: async () => undefined,
  },
  {
    name: 'the pipeline needs linear time',
    lacks: async () => undefined,
    run: async () => {
      const figures = await bench([1_000, 10_000]);
      console.log(tableOf(figures));
      const [small, large] = [...figures.values()].map(({ cold }) => cold.cpuSeconds);
      const ratio = (large ?? Number.NaN) / (small ?? Number.NaN);
      return ratio <= MAX_CPU_RATIO ? undefined : `ten times the files take ${ratio.toFixed(1)} times the CPU`;
    },
  },
  {
    name: 'every page of the sample is valid HTML',
    lacks: () => lacksTool('vnu'),
    run: checkHtml,
  },
  {
    name: 'the structured data of pages is complete',
    lacks: () => lacksTool('sdtt', ['--help']),
    run: checkStructuredData,
  },
  {
    name: 'feed readers read the content of the edition',
    lacks: lacksFeedReaders,
    run: checkFeedReaders,
  },
  {
    name: 'Lighthouse finds no problems on phones',
    lacks: () => lacksTool('lighthouse'),
    run: runLighthouse,
  },
  {
    name: 'axe finds no violations in any state, width and colour scheme',
    lacks: async () => undefined,
    run: checkAccess,
  },
  {
    name: 'accents: 200 colours have enough contrast on pages in both themes',
    lacks: async () => undefined,
    run: checkAccents,
  },
  {
    name: 'languages: pages in every language of the interface are hydrated and readable',
    lacks: async () => undefined,
    run: checkLanguages,
  },
  {
    name: 'faults: every case of the fault tests passes',
    lacks: async () => undefined,
    run: tryFaults,
  },
  {
    name: 'offline: seen pages reload within a second, and deployments leave no dead end',
    lacks: async () => undefined,
    run: checkOffline,
  },
  {
    name: 'keep: a topic of 3,000 stories for offline, also with a browser that is killed meanwhile',
    lacks: async () => (process.platform === 'linux' ? undefined : 'Linux, to find the processes of a browser'),
    run: checkKeeping,
  },
  {
    name: 'interactions are measured',
    lacks: async () => undefined,
    run: measureInteractions,
  },
  {
    name: 'search: results, bytes and times are measured',
    lacks: async () => undefined,
    run: auditSearch,
  },
  {
    name: 'coverage: labelled news are grouped by events',
    lacks: lacksLabelledNews,
    run: auditCoverage,
  },
  {
    name: 'every step of the workflows runs in a fresh clone',
    lacks: () => lacksCommands({ bash: '--version', git: '--version', tar: '--version' }),
    run: checkWorkflows,
  },
  {
    name: 'nginx serves the site with the documented configuration',
    lacks: () => lacksCommands({ nginx: '-v', ab: '-V' }),
    run: checkNginx,
  },
  {
    name: 'a million cases of odd content cause no failure',
    lacks: async () => undefined,
    run: () => tryProperties(100),
  },
  {
    name: 'odd content is processed within the time limits',
    lacks: async () => undefined,
    run: checkTimes,
  },
  {
    name: 'real-folders: real content is read and published correctly',
    lacks: lacksRealFolders,
    run: checkRealFolders,
  },
];

// Sites and clones are large, so temporary files are deleted at the end.
const temporary = createTempFolder('audit');
process.env[TEMP_ROOT] = temporary;
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));

let failures = 0;
/** Arguments select audits by words of their names: `npm run audit -- Lighthouse`. */
const words = process.argv.slice(2).map((word) => word.toLowerCase());
const has = (name: string, word: string): boolean => name.toLowerCase().includes(word);
const unknown = words.filter((word) => !AUDITS.some(({ name }) => has(name, word)));
if (unknown.length > 0) throw new Error(`No audit has these words in its name: ${unknown.join(', ')}`);
const chosen = AUDITS.filter(({ name }) => words.length === 0 || words.some((word) => has(name, word)));
for (const { name, lacks, run } of chosen) {
  const lacking = await lacks();
  const failure = lacking === undefined ? await run() : `missing: ${lacking}`;
  console.log(`${failure === undefined ? 'ok    ' : 'FAILED'}  ${name}${failure === undefined ? '' : `: ${failure}`}`);
  if (failure !== undefined) failures += 1;
}
process.exitCode = failures > 0 ? 1 : 0;
