import type { CollectionId, CollectionPositions } from '../../../model/edition.ts';
import { DAYS_FILE, encodePath, positionsFile } from '../../../model/edition-files.ts';
import type { PackList } from '../../../model/offline/packs.ts';
import { decodePositions } from '../../../model/positions.ts';
import { FetchError } from '../../data/fetch-json.ts';
import { fetchDays, fetchPositions } from '../files/fetch-files.ts';
import { firstOfLastDays, type Target } from './plan.ts';
import type { Subject } from './selections.ts';

/** The stories of a subject in the edition that the host has. `undefined` if the edition does not have it any more. */
export async function findTarget(
  subject: Exclude<Subject, { kind: 'saved' }>,
  { total }: PackList,
  signal: AbortSignal,
): Promise<Omit<Target, 'hasImages'> | undefined> {
  if (subject.kind === 'days') {
    const days = await fetchDays(signal);
    const from = firstOfLastDays(days);
    return { collection: { kind: 'all' }, total, from, positionAt: (place) => place, file: [DAYS_FILE, days] };
  }
  const encoded = await positionsIn(subject, signal);
  if (!encoded) return undefined;
  const positions = decodePositions(encoded);
  return {
    collection: subject,
    total: positions.length,
    from: 0,
    positionAt: (place) => positions[place] ?? 0,
    file: [encodePath(positionsFile(subject)), encoded],
  };
}

async function positionsIn(collection: CollectionId, signal: AbortSignal): Promise<CollectionPositions | undefined> {
  try {
    return await fetchPositions(collection, signal);
  } catch (error) {
    if (error instanceof FetchError && error.reason === 'missing') return undefined;
    throw error;
  }
}
