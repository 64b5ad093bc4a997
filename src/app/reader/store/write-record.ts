import { providerPath } from '../../../model/addresses/permalinks.ts';
import { withBasePath } from '../../data/base-path.ts';
import { READER_VERSION } from '../document/reader-document.ts';
import { settingsCss } from '../settings/settings-css.ts';
import { type FirstPaint, type LocalRecord, RECORD_KEY } from '../state/local-record.ts';
import { readerDocument, valuesOf } from '../state/reader-state.ts';
import { readStored, writeStored } from '../storage/web-storage.ts';
import { allChanges } from './all-changes.ts';

/** Writes the record that the next page needs for its first paint. Returns whether that succeeded. */
export function writeRecord(): boolean {
  if (isNewerRecord()) return false;
  const record: LocalRecord = {
    version: READER_VERSION,
    settings: Object.fromEntries(readerDocument.settings),
    changes: allChanges(['hidden', 'followed', 'visits']),
    paint: firstPaint(),
  };
  return writeStored(RECORD_KEY, JSON.stringify(record));
}

/** Whether the record is of a later version of the app. It is not overwritten. */
export function isNewerRecord(): boolean {
  try {
    const { version } = JSON.parse(readStored(RECORD_KEY) ?? '') as { version: unknown };
    return typeof version === 'number' && version > READER_VERSION;
  } catch {
    return false;
  }
}

/** Before the followed topics. */
const ALL_STORIES_FIRST = '.topic-bar-list>li:first-child{order:-2}';

/** The style rules that hide stories, and put followed topics first, until the app does. */
function firstPaint(): FirstPaint {
  const hidden = [...valuesOf('hidden')];
  const followed = [...valuesOf('followed').keys()].map((slug): [string, number] => [
    `.topic-bar-list>li:has(${hrefSelector(`topics/${encodeURIComponent(slug)}/`)}){order:-1}`,
    0,
  ]);
  return {
    css: settingsCss(),
    rules: [
      ...hidden.flatMap(([id, { below = [], until = 0 }]): [string, number][] => {
        const rule = hidingRule(id, below);
        return rule === undefined ? [] : [[rule, until]];
      }),
      ...(followed.length > 0 ? [[ALL_STORIES_FIRST, 0] satisfies [string, number], ...followed] : []),
    ],
    words:
      valuesOf('settings').get('events') === 'separate' ||
      hidden.some(([id, { until = Number.POSITIVE_INFINITY }]) => id.startsWith('word:') && until > Date.now()),
  };
}

/** Hides the stories of a topic or a provider. Of an event, its other reports stay. */
function hidingRule(id: string, below: readonly string[]): string | undefined {
  const name = id.slice(id.indexOf(':') + 1);
  const isTopic = id.startsWith('topic:');
  if (!isTopic && !id.startsWith('provider:')) return undefined;
  const slugs = [name, ...below];
  const topics = slugs.map((slug) => `[data-topics~="${CSS.escape(slug)}"]`).join();
  const selector = isTopic ? topics : hrefSelector(providerPath(name));
  const card = isTopic ? `.card:is(${topics})` : `.card:has(${selector})`;
  const ids = (isTopic ? slugs.map((slug) => `topic:${slug}`) : [id]).map((of) => `[data-of~="${CSS.escape(of)}"]`);
  const report = `.event li:is(${ids.join()})`;
  const item = `:is(.stories,.event-list)>li:has(${selector})`;
  // Of two reports the only other one may be hidden, too.
  return `${item}:not(:has(>div.event)),${item}:has(>.event[data-last] li:is(${ids.join()})),.stories ${card},${report}{display:none}`;
}

const hrefSelector = (path: string): string => `[href="${CSS.escape(withBasePath(path))}"]`;
