import type { PageOptions, TestBrowser } from './browser.ts';
import { buildFolder } from './build-site.ts';
import { waitForHydration } from './hydration.ts';
import { buildKindsPaper } from './kinds-paper.ts';
import type { State } from './states.ts';
import { type StaticServer, serveFolder } from './static-server.ts';
import { writeContent } from './temp-content.ts';
import { NOW } from './test-paper.ts';

const story = (lines: string, body = ''): string =>
  `---\n${lines}\npublishedDateTime: 2025-03-04T05:06:07Z\n---\n${body}\n`;

const WORD = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrik';

/** Content that the site of `kinds-paper.ts` does not have. */
const FIXTURES = {
  arabic: () => ({
    'site.yaml': 'title: الجريدة\nlanguage: ar\n',
    'a.md': story(
      'title: قصة أولى من هنا\nexcerpt: نص قصير يقول ما في القصة.\ntopics: [علوم, فيزياء]\nwebUrl: https://example.com/a\nampUrl: https://amp.example.com/a',
    ),
    'b.md': story('title: A second one, in English\nlocale: en\ntopics: [علوم]\nwebUrl: https://example.com/b'),
  }),
  odd: () => ({
    'site.yaml': `title: ${WORD} und Söhne\nlanguage: de\ndescription: ${WORD}\n`,
    'a.md': story(
      `title: ${WORD}\nexcerpt: ${WORD}\ndraft: true\ntopics: [${WORD}, ${WORD} zwei]\nwebUrl: https://${'long-'.repeat(11)}name.example/a\nampUrl: https://amp.${'long-'.repeat(11)}name.example/a\nprovider:\n  name: ${WORD}\n  url: https://example.com`,
      `# ${WORD}\n\n${WORD} \`${WORD}\` <https://example.com/${WORD}>\n\n    ${WORD} ${WORD}\n\n| ${WORD} | ${WORD} |\n| --- | ---: |\n| ${WORD} | 1 |\n`,
    ),
  }),
} satisfies Record<string, () => Record<string, string>>;

export type SiteName = 'kinds' | keyof typeof FIXTURES;

/** The sites of states. Each is built and served when it is first needed. */
export interface StateSites {
  get: (name: SiteName) => Promise<StaticServer>;
  close: () => Promise<void>;
}

export function serveStateSites(): StateSites {
  const served = new Map<SiteName, Promise<StaticServer>>();
  const get = (name: SiteName): Promise<StaticServer> => {
    const server = served.get(name) ?? build(name).then((folder) => serveFolder(folder));
    served.set(name, server);
    return server;
  };
  return {
    get,
    close: async () => {
      for (const site of await Promise.all(served.values())) await site.close();
    },
  };
}

async function build(name: SiteName): Promise<string> {
  if (name === 'kinds') return buildKindsPaper();
  return buildFolder({ CONTENT_DIR: writeContent(FIXTURES[name]()), UNPUBLISHED: 'show' });
}

type OpenPage = Awaited<ReturnType<TestBrowser['newPage']>>;

/** Opens a page, brings it into a state, and checks that it is in that state. */
export async function openState(
  state: State,
  { browser, sites, ...options }: { browser: TestBrowser; sites: StateSites } & PageOptions,
): Promise<OpenPage> {
  const { path: address = '', on = 'kinds', before, steps, shows } = state;
  const site = await sites.get(on);
  // Preparations change the context, or need files that are not in the cache.
  const isWarm = before === undefined;
  const opened = await browser.newPage({ now: NOW, ...options, reducedMotion: 'reduce', isWarm });
  const visit = { page: opened.page, context: opened.context, site };
  site.faults.clear();
  site.failing = undefined;
  await before?.(visit);
  await opened.page.goto(site.url + address);
  await waitForHydration(opened.page);
  await steps?.(visit);
  await shows(opened.page);
  return opened;
}
