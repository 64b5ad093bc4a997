import { useQuery } from '@tanstack/react-query';
import type { CollectionId } from '../../../model/edition.ts';
import { editionQuery } from '../../data/queries.ts';
import { StateMessage } from '../../states/state-message.tsx';
import { emptyCollectionStrings as words } from './empty-collection-strings.ts';

/** A collection without stories. On the front page it tells the publisher what to do. */
export default function EmptyCollection({ collection }: { collection: CollectionId }) {
  const { data: edition } = useQuery({ ...editionQuery(), enabled: collection.kind === 'all' });
  if (collection.kind !== 'all') return <StateMessage title={words.collection} help={words.collectionHelp} />;
  const help = edition?.drafts === undefined ? words.allHelp : words.draftsHelp(edition.drafts);
  return <StateMessage title={words.all} help={help} />;
}
