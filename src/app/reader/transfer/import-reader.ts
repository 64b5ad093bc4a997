import { isOtherStory, writeKeptArticles } from '../actions/kept-articles.ts';
import type { KeptArticle } from '../document/kept-article.ts';
import { type FileFault, parseReaderFile } from '../document/parse-reader-file.ts';
import { type Change, type ReaderValues, SECTIONS, type Section } from '../document/reader-document.ts';
import { valuesOf } from '../state/reader-state.ts';
import { openStore } from '../store/reader-store.ts';
import { combine, perform, type UndoableAction } from '../undo/undo.ts';

/** In bytes. A larger file is not read: it would block the page. */
const MAX_FILE_SIZE = 20_000_000;

/** What a file would change. */
export interface ImportPlan {
  /** The number of entries of each section in the file. */
  counts: Record<Section, number>;
  /** How many entries, or parts of entries, are not valid and left out. */
  dropped: number;
  /** Adds what is missing here. Settings that were changed here stay. */
  merge: () => Promise<UndoableAction>;
  /** Replaces everything here. */
  replace: () => Promise<UndoableAction>;
}

/** Reads a file that `exportReader` has written, and changes nothing yet. */
export async function planImport(file: File): Promise<ImportPlan | FileFault | 'large'> {
  if (file.size > MAX_FILE_SIZE) return 'large';
  const [json] = await Promise.all([file.text().catch(() => ''), openStore()]);
  const parsed = parseReaderFile(json);
  if (typeof parsed === 'string') return parsed;
  const { changes, articles, dropped } = parsed;
  const present = changes.filter(([, , , value]) => value !== null);
  const apply = async (isReplacing: boolean): Promise<UndoableAction> => {
    const actions = SECTIONS.map((section) => perform('', section, entriesToChange(section, present, isReplacing)));
    await writeKeptArticles(articlesOf(articles, present));
    return combine('', actions);
  };
  return {
    counts: Object.fromEntries(
      SECTIONS.map((section) => [section, present.filter(([each]) => each === section).length]),
    ) as Record<Section, number>,
    dropped,
    merge: () => apply(false),
    replace: () => apply(true),
  };
}

type AnyEntry = readonly [id: string, value: ReaderValues[Section] | null];

/** The changes of a section. They get new stamps: the reader asks for them now, whatever was removed since the export. */
function entriesToChange(section: Section, present: readonly Change[], isReplacing: boolean): AnyEntry[] {
  const own = valuesOf(section);
  const incoming: AnyEntry[] = present.flatMap(([each, id, , value]) =>
    each === section ? [[id, value] as const] : [],
  );
  if (!isReplacing) return incoming.filter(([id]) => !own.has(id));
  const ids = new Set(incoming.map(([id]) => id));
  const removals: AnyEntry[] = [...own.keys()].filter((id) => !ids.has(id)).map((id) => [id, null]);
  return [...removals, ...incoming];
}

/** Only those of stories that are saved now. The reader may have saved another story from the same address. */
function articlesOf(
  articles: ReadonlyMap<string, KeptArticle>,
  present: readonly Change[],
): (readonly [slug: string, article: KeptArticle])[] {
  const saved = valuesOf('saved');
  return present.flatMap(([section, slug, , story]) => {
    const [own, article] = [saved.get(slug), articles.get(slug)];
    return section === 'saved' && own && story && article && !isOtherStory(own, story) ? [[slug, article]] : [];
  });
}
