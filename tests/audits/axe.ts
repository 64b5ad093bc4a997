import { AxeBuilder } from '@axe-core/playwright';
import { launchBrowser } from '../support/browser.ts';
import { openState, serveStateSites } from '../support/state-sites.ts';
import { STATES, widthsOf } from '../support/states.ts';

const COLOURS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

/**
 * Contrast is judged under our pseudo-elements too (hairlines, and covers that are transparent), and of single letters:
 * otherwise axe leaves most of a feed undecided.
 */
const OPTIONS = {
  resultTypes: ['violations' as const, 'incomplete' as const],
  checks: { 'color-contrast': { options: { ignorePseudo: true, ignoreLength: true } } },
};

type AxeRule = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

/** What axe cannot decide by itself, to be read: how often, and some of the places. */
type Doubts = Map<string, { count: number; examples: Set<string> }>;

const MOST_EXAMPLES = 6;
/** So high that no panel scrolls by itself: of what is cut off, contrast is left undecided. */
const HEIGHT = 1600;

/** Has axe look at every state at each width, in light, in dark and in forced colours. */
export async function checkAccess(): Promise<string | undefined> {
  const browser = await launchBrowser();
  const sites = serveStateSites();
  const faults: string[] = [];
  const doubts: Doubts = new Map();
  let looks = 0;
  for (const state of STATES) {
    const widths = widthsOf(state);
    const { page, close } = await openState(state, { browser, sites, width: widths[0] ?? 1280 });
    for (const width of widths) {
      for (const [colours, media] of Object.entries(COLOURS)) {
        await page.setViewportSize({ width, height: HEIGHT });
        await page.emulateMedia(media);
        const { violations, incomplete } = await new AxeBuilder({ page }).setLegacyMode().options(OPTIONS).analyze();
        const where = `${state.name}, ${width} px, ${colours}`;
        faults.push(...violations.flatMap((rule) => positionsIn(rule).map((place) => `${where}: ${rule.id} ${place}`)));
        for (const rule of incomplete) addDoubts(doubts, rule, where);
        looks += 1;
      }
    }
    await close();
  }
  await Promise.all([browser.close(), sites.close()]);
  console.log(`        ${STATES.length} states, ${looks} looks, ${faults.length} findings`);
  printDoubts(doubts);
  return faults.length === 0 ? undefined : faults.join('\n');
}

const positionsIn = ({ nodes }: AxeRule): string[] =>
  nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary?.replaceAll('\n', ' ')}`);

/** By rule and by the reason for the doubt. */
function addDoubts(doubts: Doubts, { id, nodes }: AxeRule, where: string): void {
  for (const { target, any, all, none } of nodes) {
    const reason = [...any, ...all, ...none].map(({ message }) => message).join(' ');
    const key = `${id}: ${reason}`;
    const doubt = doubts.get(key) ?? { count: 0, examples: new Set() };
    doubts.set(key, doubt);
    doubt.count += 1;
    const place = target.join(' ');
    const isNew = ![...doubt.examples].some((example) => example.endsWith(` ${place}`));
    if (isNew && doubt.examples.size < MOST_EXAMPLES) doubt.examples.add(`${where}: ${place}`);
  }
}

function printDoubts(doubts: Doubts): void {
  for (const [key, { count, examples }] of [...doubts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`        ${count} x to be judged: ${key}`);
    for (const example of examples) console.log(`            ${example}`);
  }
}
