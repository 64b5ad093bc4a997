import { strings } from '../../i18n/strings.ts';
import { canKeep } from '../../offline/can-keep.ts';
import { keepButtonStrings } from '../../offline/view/keep-button-strings.ts';
import { lazyComponent } from '../../states/lazy-component.tsx';
import { useReaderStore } from '../reader/use-reader-store.ts';

const keepSettings = lazyComponent('keep-settings', () => import('../../offline/view/keep-settings.tsx'), {
  title: strings.failed.part,
});

/** What is kept for offline. Not in the pre-rendered page: it depends on the browser. */
export function KeepSection() {
  const isReady = useReaderStore();
  if (!isReady || !canKeep()) return null;
  return (
    <section className="settings-group" aria-labelledby="keep-settings">
      <div className="settings-head">
        <h2 id="keep-settings">{keepButtonStrings.title}</h2>
      </div>
      <keepSettings.View />
    </section>
  );
}
