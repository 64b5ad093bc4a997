import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { openState, serveStateSites } from '../support/state-sites.ts';
import { STATES, widthsOf } from '../support/states.ts';

const COLOURS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

/**
 * Contrast is also checked below pseudo-elements (hairlines and transparent covers) and for single letters. Otherwise axe
 * reports most elements of a list as incomplete.
 */
const OPTIONS = {
  resultTypes: ['violations' as const, 'incomplete' as const],
  checks: { 'color-contrast': { options: { ignorePseudo: true, ignoreLength: true } } },
};

type AxeRule = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];
type AxeNode = AxeRule['nodes'][number];

/** The incomplete checks, which a person must review: their number, and some examples. */
type IncompleteChecks = Map<string, { count: number; examples: Set<string> }>;

const MAX_EXAMPLES = 6;
/** High enough that no panel scrolls: axe does not check the contrast of hidden content. */
const HEIGHT = 1600;

/** Runs axe in every state at each width, in light, dark and forced colours. */
export async function checkAccess(): Promise<string | undefined> {
  const browser = await launchBrowser();
  const sites = serveStateSites();
  const violationTexts: string[] = [];
  const checks: IncompleteChecks = new Map();
  let runs = 0;
  for (const state of STATES) {
    const widths = widthsOf(state);
    const { page, close } = await openState(state, { browser, sites, width: widths[0] ?? 1280 });
    for (const width of widths) {
      for (const [colours, media] of Object.entries(COLOURS)) {
        await page.setViewportSize({ width, height: HEIGHT });
        await page.emulateMedia(media);
        const { violations, incomplete } = await new AxeBuilder({ page }).setLegacyMode().options(OPTIONS).analyze();
        const where = `${state.name}, ${width} px, ${colours}`;
        for (const rule of violations) {
          const nodes = await withoutForcedColours(page, rule);
          violationTexts.push(...nodes.map((node) => `${where}: ${rule.id} ${describeNode(node)}`));
        }
        for (const rule of incomplete) addIncomplete(checks, rule, where);
        runs += 1;
      }
    }
    await close();
  }
  await Promise.all([browser.close(), sites.close()]);
  console.log(`        ${STATES.length} states, ${runs} runs, ${violationTexts.length} violations`);
  printIncomplete(checks);
  return violationTexts.length === 0 ? undefined : violationTexts.join('\n');
}

const describeNode = ({ target, failureSummary }: AxeNode): string =>
  `${target.join(' ')} ${failureSummary?.replaceAll('\n', ' ')}`;

/**
 * Leaves out the contrast of elements whose colours the browser forces. axe reads `-webkit-text-fill-color`, of which the
 * computed value is not the forced colour.
 */
async function withoutForcedColours(page: Page, { id, nodes }: AxeRule): Promise<AxeNode[]> {
  if (id !== 'color-contrast') return nodes;
  const isForced = await Promise.all(
    nodes.map(({ target }) =>
      page
        .locator(target.join(' '))
        .evaluate(
          (element) =>
            matchMedia('(forced-colors: active)').matches && getComputedStyle(element).forcedColorAdjust === 'auto',
        ),
    ),
  );
  return nodes.filter((_, index) => !isForced[index]);
}

/** Groups incomplete checks by rule and reason. */
function addIncomplete(checks: IncompleteChecks, { id, nodes }: AxeRule, where: string): void {
  for (const { target, any, all, none } of nodes) {
    const reason = [...any, ...all, ...none].map(({ message }) => message).join(' ');
    const key = `${id}: ${reason}`;
    const check = checks.get(key) ?? { count: 0, examples: new Set() };
    checks.set(key, check);
    check.count += 1;
    const selector = target.join(' ');
    const isNew = ![...check.examples].some((example) => example.endsWith(` ${selector}`));
    if (isNew && check.examples.size < MAX_EXAMPLES) check.examples.add(`${where}: ${selector}`);
  }
}

function printIncomplete(checks: IncompleteChecks): void {
  for (const [key, { count, examples }] of [...checks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`        ${count} x to review: ${key}`);
    for (const example of examples) console.log(`            ${example}`);
  }
}
