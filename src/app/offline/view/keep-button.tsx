import { useState } from 'react';
import type { CollectionId } from '../../../model/edition.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { lazyComponent } from '../../states/lazy-component.tsx';
import { canKeep } from '../can-keep.ts';
import type { Subject } from '../plan/selections.ts';
import { keepButtonStrings as words } from './keep-button-strings.ts';
import type { KeepSheetProps } from './keep-sheet.tsx';

const keepSheet = lazyComponent<KeepSheetProps>('keep-sheet', () => import('./keep-sheet.tsx'));

interface KeepButtonProps {
  collection: CollectionId;
  /** The name of the collection. None for the collection of all articles. */
  name: string | undefined;
}

/** A button that opens the sheet with which a collection is kept for offline. Of all articles, those of the last days are. */
export function KeepButton({ collection, name }: KeepButtonProps) {
  if (!canKeep()) return null;
  return collection.kind === 'all' ? (
    <OpenSheetButton subject={DAYS} name={words.days} />
  ) : (
    <OpenSheetButton subject={collection} name={name ?? words.title} />
  );
}

const DAYS: Subject = { kind: 'days' };

function OpenSheetButton(props: Pick<KeepSheetProps, 'subject' | 'name'>) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <p className="my-8 text-center" {...interfaceAttributes}>
        <button type="button" className="button" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
          {words.title}
        </button>
      </p>
      {isOpen && <keepSheet.View {...props} onClose={() => setIsOpen(false)} />}
    </>
  );
}
