import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DERIVED } from '../../data/queries.ts';
import { contentAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { useReader } from '../../reader/state/use-reader.ts';
import { LoadState } from '../../states/load-state.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { keep, useKeepState } from '../keep.ts';
import { measure, spaceLeft } from '../plan/measure.ts';
import { isNamed, type Subject, subjectKey } from '../plan/selections.ts';
import { formatBytes } from './format-bytes.ts';
import { keepButtonStrings } from './keep-button-strings.ts';
import { KeepProgress } from './keep-progress.tsx';
import { keepStrings as words } from './keep-strings.ts';
import { KeptSelection } from './kept-selection.tsx';
import './keep.css';

export interface KeepSheetProps {
  subject: Subject;
  /** As it is shown. */
  name: string;
  onClose: () => void;
}

/** Says what keeping a subject for offline takes, and keeps it. If it is kept, it can be removed. */
export default function KeepSheet({ subject, name, onClose }: KeepSheetProps) {
  const { selections } = useKeepState();
  const selection = selections?.find((each) => subjectKey(each.subject) === subjectKey(subject));
  return (
    <Sheet
      titleId="keep-title"
      title={keepButtonStrings.title}
      closeLabel={strings.close}
      className="keep-sheet"
      onClose={onClose}
    >
      <h3 className="keep-name" {...(isNamed(subject) && contentAttributes)}>
        {name}
      </h3>
      <p className="keep-note">{words.note}</p>
      {selection ? <KeptSelection selection={selection} /> : <KeepForm subject={subject} name={name} />}
      <KeepProgress />
    </Sheet>
  );
}

/** The size, the choice of images, and the button. */
function KeepForm({ subject, name }: Pick<KeepSheetProps, 'subject' | 'name'>) {
  const savedCount = useReader('saved').size;
  const [withImages, setWithImages] = useState(false);
  const { data, error } = useQuery({
    queryKey: [DERIVED, 'space', subjectKey(subject), savedCount],
    queryFn: async ({ signal }) => ({ size: await measure(subject, savedCount, signal), left: await spaceLeft() }),
    gcTime: 0,
  });
  if (!data) {
    return (
      <LoadState title={words.noSize} error={error}>
        <p className="keep-part">{words.measuring}</p>
      </LoadState>
    );
  }
  const { size, left } = data;
  if (size.stories === 0) return <p className="keep-part">{words.nothing}</p>;
  const bytes = size.bytes + (withImages ? size.imageBytes : 0);
  return (
    <div className="keep-part">
      <p role="status">
        {words.size({ count: size.stories, size: formatBytes(bytes) })}
        {left !== undefined && left < bytes && ` ${words.noSpace({ size: formatBytes(left) })}`}
      </p>
      {size.imageBytes > 0 && (
        <label className="keep-images">
          <input type="checkbox" checked={withImages} onChange={() => setWithImages(!withImages)} />
          {words.withImages({ size: formatBytes(size.imageBytes) })}
        </label>
      )}
      <button type="button" className="button button-primary" onClick={() => void keep(subject, name, withImages)}>
        {keepButtonStrings.title}
      </button>
    </div>
  );
}
