import { type ReactNode, useSyncExternalStore } from 'react';
import { LINK_KINDS, setPreferredLinkKind, usePreferredLinkKind } from '../article/source-links/story-links.ts';
import { strings } from '../i18n/strings.ts';
import { PageHeading } from '../navigation/page-heading.tsx';
import { PageTitle } from '../navigation/page-title.tsx';
import {
  setDataSaver,
  setTextSize,
  setTheme,
  TEXT_SIZES,
  THEMES,
  useDataSaver,
  useTextSize,
  useTheme,
} from '../reader/appearance.ts';
import { canStore } from '../reader/can-store.ts';
import { LIST_LAYOUTS, setListLayout, useListLayout } from '../reader/list-layout.ts';
import { SHORTCUTS_KEY, useStored, writeStored } from '../reader/storage.ts';
import { SegmentedControl, type SegmentedControlProps } from '../ui/segmented-control.tsx';
import { settingsStrings as words } from './settings-strings.ts';

/** The settings of the reader. */
export default function SettingsPage() {
  return (
    <>
      <PageTitle title={strings.settings} />
      <PageHeading className="collection-title pt-6">{strings.settings}</PageHeading>
      <noscript>
        <p className="mt-3 text-ink-2">{words.needScript}</p>
      </noscript>
      <Choice
        name="link"
        legend={words.linkPreference}
        options={LINK_KINDS}
        labels={strings.links}
        chosen={usePreferredLinkKind()}
        onChoose={setPreferredLinkKind}
      >
        {words.linkPreferenceNote}
      </Choice>
      <Choice
        name="theme"
        legend={words.theme}
        options={THEMES}
        labels={words.themes}
        chosen={useTheme()}
        onChoose={setTheme}
      />
      <Choice
        name="list-layout"
        legend={strings.listLayout}
        options={LIST_LAYOUTS}
        labels={strings.listLayouts}
        chosen={useListLayout()}
        onChoose={setListLayout}
      />
      <Choice
        name="text-size"
        legend={words.textSize}
        options={TEXT_SIZES}
        labels={words.textSizes}
        chosen={useTextSize()}
        onChoose={setTextSize}
      />
      <Choice
        name="data-saver"
        legend={words.dataSaver}
        options={['shown', 'not-loaded']}
        labels={words.dataSaverChoice}
        chosen={useDataSaver() ? 'not-loaded' : 'shown'}
        onChoose={(choice) => setDataSaver(choice === 'not-loaded')}
      >
        {words.dataSaverNote}
      </Choice>
      <Choice
        name="keys"
        legend={words.shortcuts}
        options={['on', 'off']}
        labels={words.shortcutsChoice}
        chosen={useStored(SHORTCUTS_KEY) === 'off' ? 'off' : 'on'}
        onChoose={(choice) => writeStored(SHORTCUTS_KEY, choice)}
      >
        {words.shortcutsNote}
      </Choice>
      <button
        type="button"
        className="button needs-script mt-3"
        aria-haspopup="dialog"
        onClick={() => void openShortcuts()}
      >
        {words.showShortcuts}
      </button>
      <p className="mt-8 text-ink-3">{useCanStore() ? words.storedOnDevice : words.notStored}</p>
    </>
  );
}

/** Whether settings are stored. `true` on the server and while hydrating. */
const useCanStore = (): boolean =>
  useSyncExternalStore(
    () => () => {},
    canStore,
    () => true,
  );

const openShortcuts = (): Promise<void> => import('../keyboard/keyboard.ts').then((keys) => keys.openShortcutsSheet());

interface ChoiceProps<Option extends string> extends SegmentedControlProps<Option> {
  /** A note below the control. */
  children?: ReactNode;
}

/** A segmented control with a note. */
function Choice<Option extends string>({ children, ...control }: ChoiceProps<Option>) {
  const noteId = children ? `${control.name}-note` : undefined;
  return (
    <div className="mt-6 max-w-[32rem]">
      <SegmentedControl {...control} noteId={noteId} />
      {children && (
        <p id={noteId} className="mt-2 text-[.875rem] text-ink-3">
          {children}
        </p>
      )}
    </div>
  );
}
