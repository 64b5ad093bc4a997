import { hiddenPath } from '../../../../model/addresses/permalinks.ts';
import { interfaceAttributes } from '../../../i18n/locale.ts';
import { AppLink } from '../../../navigation/app-link.tsx';
import { StateMessage } from '../../../states/state-message.tsx';
import { toolsStrings as words } from '../text/tools-strings.ts';

interface HiddenNoteProps {
  /** How many stories of the list are hidden. */
  count: number;
  /** Whether these are all. */
  isAll: boolean;
  onShow: () => void;
}

/** Says how many stories of a list are hidden, with a button to show them. */
export function HiddenNote({ count, isAll, onShow }: HiddenNoteProps) {
  if (isAll) {
    return (
      <StateMessage title={words.allHidden({ count })} help={words.allHiddenHelp}>
        <button type="button" className="button button-primary" onClick={onShow}>
          {words.show}
        </button>
        <AppLink to={hiddenPath} className="button">
          {words.whatIsHidden}
        </AppLink>
      </StateMessage>
    );
  }
  return (
    <p className="hidden-note" {...interfaceAttributes}>
      {words.countHidden({ count })}
      {' · '}
      <button type="button" onClick={onShow}>
        {words.show}
      </button>
      {' · '}
      <AppLink to={hiddenPath}>{words.whatIsHidden}</AppLink>
    </p>
  );
}
