import { useQuery } from '@tanstack/react-query';
import type { CollectionId } from '../../model/edition.ts';
import { editionQuery } from '../data/queries.ts';
import { emptyCollectionStrings as words } from './empty-collection-strings.ts';
import { StateMessage } from './state-message.tsx';

/** A collection has no articles: says why, as far as that is known. */
export default function EmptyCollection({ collection }: { collection: CollectionId }) {
  const { data: edition } = useQuery({ ...editionQuery(), enabled: collection.kind === 'all' });
  if (collection.kind !== 'all') return <StateMessage title={words.collection} help={words.collectionHelp} />;
  const help = edition?.drafts === undefined ? words.allHelp : words.draftsHelp({ count: edition.drafts });
  return <StateMessage title={words.all} help={help} />;
}
