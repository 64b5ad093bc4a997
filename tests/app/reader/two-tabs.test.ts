import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Change } from '../../../src/app/reader/document/reader-document.ts';
import { runsOf } from '../../support/property-runs.ts';

/* Two tabs of one site: two instances of the state, and changes that arrive in any order. */

type State = typeof import('../../../src/app/reader/state/reader-state.ts');

interface Tab {
  state: State;
  undo: typeof import('../../../src/app/reader/undo/undo.ts');
  sent: Change[];
  received: number;
}

async function openTab(): Promise<Tab> {
  vi.resetModules();
  const state = await import('../../../src/app/reader/state/reader-state.ts');
  const undo = await import('../../../src/app/reader/undo/undo.ts');
  const sent: Change[] = [];
  state.persistWith((changes) => sent.push(...changes));
  return { state, undo, sent, received: 0 };
}

const SECTIONS = ['settings', 'read', 'saved', 'hidden', 'followed', 'visits'] as const;
const contentOf = ({ state }: Tab): unknown =>
  SECTIONS.map((section) => [...state.valuesOf(section)].map((entry) => JSON.stringify(entry)).toSorted());
const savedStory = (title: string) => ({
  title,
  kind: 'article',
  publishedAt: '2026-01-01T10:00:00Z',
  topics: [],
  savedAt: 1,
});

beforeEach(() => {
  window.localStorage.clear();
  vi.useRealTimers();
});

const step = record({
  tab: constantFrom(0, 1),
  action: constantFrom('save', 'remove', 'read', 'unread', 'hide', 'set', 'undo', 'deliver', 'clock'),
  story: constantFrom('a', 'b', 'c'),
  amount: integer({ min: -5_000, max: 5_000 }),
});

test('READER 24: two tabs have the same in the end, whatever the order of actions and messages, and no saved story is lost', async () => {
  await assert(
    asyncProperty(array(step, { maxLength: 40 }), array(integer({ min: 0, max: 1_000 })), async (steps, order) => {
      vi.useFakeTimers({ now: Date.UTC(2026, 10, 27), toFake: ['Date', 'setTimeout', 'clearTimeout'] });
      const tabs = [await openTab(), await openTab()] as const;
      /** The last thing that was done to each story, in the order of the stamps. */
      const lastSave = new Map<string, { stamp: number; isSaved: boolean }>();
      const note = (changes: readonly Change[]): void => {
        for (const [section, id, stamp, value] of changes) {
          if (section === 'saved' && stamp > (lastSave.get(id)?.stamp ?? 0))
            lastSave.set(id, { stamp, isSaved: value !== null });
        }
      };
      for (const { tab: index, action, story, amount } of steps) {
        const [tab, other] = index === 0 ? tabs : [tabs[1], tabs[0]];
        const before = tab.sent.length;
        if (action === 'save') tab.state.changeEntries('saved', [[story, savedStory(story + amount)]]);
        if (action === 'remove') tab.undo.offerUndo(tab.undo.perform('', 'saved', [[story, null]]));
        if (action === 'read' || action === 'unread')
          tab.state.changeEntries('read', [[story, action === 'read' ? 1 : null]]);
        if (action === 'hide') tab.state.changeEntries('hidden', [[`topic:${story}`, { name: story }]]);
        if (action === 'set') tab.state.changeEntries('settings', [['theme', amount > 0 ? 'dark' : null]]);
        if (action === 'undo') tab.undo.undoLatest();
        if (action === 'deliver')
          tab.state.receiveChanges(other.sent.slice(tab.received, (tab.received = other.sent.length)));
        if (action === 'clock') vi.setSystemTime(Date.now() + amount);
        note(tab.sent.slice(before));
      }
      // The rest arrives in any order, some of it twice.
      for (const [tab, other] of [tabs, [tabs[1], tabs[0]] as const]) {
        const rest = [...other.sent, ...other.sent.slice(0, 3)];
        const key = new Map(rest.map((change, index) => [change, order[index % Math.max(1, order.length)] ?? index]));
        tab.state.receiveChanges(rest.toSorted((a, b) => (key.get(a) ?? 0) - (key.get(b) ?? 0)));
      }
      expect(contentOf(tabs[0])).toEqual(contentOf(tabs[1]));
      const saved = [...lastSave].filter(([, { isSaved }]) => isSaved).map(([story]) => story);
      expect([...tabs[0].state.valuesOf('saved').keys()].toSorted()).toEqual(saved.toSorted());
    }),
    { numRuns: runsOf(40) },
  );
});
