import type { CollectionId } from '../../../model/edition.ts';
import { collectionKey } from '../../../model/edition-files.ts';
import { type KeptCache, openKept } from '../files/kept-cache.ts';

/** What a reader keeps for offline: a topic, a provider, the stories of the last seven days, or the saved ones. */
export type Subject = Exclude<CollectionId, { kind: 'all' }> | { kind: 'days' } | { kind: 'saved' };

export interface Selection {
  subject: Subject;
  /** As it is shown. */
  name: string;
  hasImages: boolean;
  /** Absent until everything was stored. */
  stored?: {
    /** When it was last brought up to date, in milliseconds since 1970. */
    at: number;
    stories: number;
  };
}

/** Whether a subject has a name that is not of the interface. */
export const isNamed = ({ kind }: Subject): boolean => kind === 'topic' || kind === 'provider';

/** Identifies a subject. */
export function subjectKey(subject: Subject): string {
  return subject.kind === 'days' || subject.kind === 'saved' ? subject.kind : collectionKey(subject);
}

/** Where the selections are stored, in the cache itself. There is no such file. */
export const SELECTIONS_PATH = 'data/offline/selections';

export async function readSelections(cache?: KeptCache): Promise<Selection[]> {
  const stored = (await (cache ?? (await openKept())).read(SELECTIONS_PATH)) as Selection[] | undefined;
  return stored ?? [];
}

export const writeSelections = (cache: KeptCache, selections: readonly Selection[]): Promise<void> =>
  cache.write(SELECTIONS_PATH, selections);
