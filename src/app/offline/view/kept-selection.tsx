import type { Site } from '../../../model/site.ts';
import { useSite } from '../../data/site-context.ts';
import { formatDateTime } from '../../i18n/format-date.ts';
import { contentAttributes } from '../../i18n/locale.ts';
import { announce } from '../../layout/announcer.tsx';
import { remove, useKeepState } from '../keep.ts';
import { isNamed, type Selection } from '../plan/selections.ts';
import { keepStrings as words } from './keep-strings.ts';

/** What is kept of a subject, with a button to remove it. */
export function KeptSelection({ selection }: { selection: Selection }) {
  const { site } = useSite();
  const { progress } = useKeepState();
  const { name, stored } = selection;
  const removeIt = (): void => {
    void remove(selection.subject);
    announce(words.removed);
  };
  return (
    <div className="keep-part">
      <p>{stored ? describe(stored, site) : !progress && words.notStored}</p>
      {(stored || !progress) && (
        <button type="button" className="button" onClick={removeIt}>
          {words.remove}
          <span className="sr-only">
            {': '}
            <span {...(isNamed(selection.subject) && contentAttributes)}>{name}</span>
          </span>
        </button>
      )}
    </div>
  );
}

function describe({ at, stories }: NonNullable<Selection['stored']>, site: Site): string {
  return words.stored({ count: stories, dateTime: formatDateTime(new Date(at).toISOString(), site) });
}
