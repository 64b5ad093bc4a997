import { useQueryClient } from '@tanstack/react-query';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { keyboardLoader } from '../../keyboard/keyboard-loader.ts';
import { whenLoaded } from '../../loading/when-loaded.ts';
import { PageHeading } from '../../navigation/page-heading.tsx';
import { PageTitle } from '../../navigation/page-title.tsx';
import { KeepSection } from './keep-section.tsx';
import { SampleStory } from './sample-story.tsx';
import { SettingsGroup } from './settings-group.tsx';
import { settingsStrings as words } from './settings-strings.ts';
import { YourData } from './your-data.tsx';
import './settings.css';

/** The settings of the reader. */
export default function SettingsPage() {
  const client = useQueryClient();
  const openShortcuts = (): void => whenLoaded(client, keyboardLoader, (keys) => keys.openShortcutsSheet());
  return (
    <>
      <PageTitle title={strings.settings} />
      <PageHeading className="collection-title pt-6" {...interfaceAttributes}>
        {strings.settings}
      </PageHeading>
      <noscript>
        <p className="pt-3 text-ink-2" {...interfaceAttributes}>
          {words.needScript}
        </p>
      </noscript>
      <div className="settings needs-script" {...interfaceAttributes}>
        <SampleStory />
        <SettingsGroup title={words.groups.appearance} settings={['theme', 'text-size', 'text-face', 'motion']} />
        <SettingsGroup title={words.groups.reading} settings={['line-spacing', 'reading-width']} />
        <SettingsGroup
          title={words.groups.lists}
          settings={['density', 'events', 'images', 'dates', 'read-on-scroll']}
        />
        <SettingsGroup title={words.groups.links} settings={['link', 'link-target']} />
        <SettingsGroup title={words.groups.keyboard} settings={['keys']}>
          <button type="button" className="button" aria-haspopup="dialog" onClick={openShortcuts}>
            {words.showShortcuts}
          </button>
        </SettingsGroup>
        <KeepSection />
        <YourData />
      </div>
    </>
  );
}
