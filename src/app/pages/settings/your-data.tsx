import { followingPath, hiddenPath, savedPath } from '../../../model/addresses/permalinks.ts';
import { useSite } from '../../data/site-context.ts';
import { announce } from '../../layout/announcer.tsx';
import { AppLink } from '../../navigation/app-link.tsx';
import { forgetEverything } from '../../reader/actions/forget-everything.ts';
import { useReader } from '../../reader/state/use-reader.ts';
import { usePersistence } from '../../reader/store/persistence.ts';
import { useStoreState } from '../../reader/store/store-state.ts';
import { downloadFile } from '../../reader/transfer/download-file.ts';
import { exportReader } from '../../reader/transfer/export-reader.ts';
import { exportSaved, type SavedFormat } from '../../reader/transfer/export-saved.ts';
import { useReaderStore } from '../reader/use-reader-store.ts';
import { ImportChoice } from './import-choice.tsx';
import { yourDataStrings as words } from './your-data-strings.ts';

const PAGES = [
  ['saved', savedPath],
  ['following', followingPath],
  ['hidden', hiddenPath],
] as const;
const FORMATS = ['markdown', 'bookmarks', 'front-matter'] as const satisfies SavedFormat[];

/** What the reader owns: where it is stored, export and import, and removing all of it. */
export function YourData() {
  const { site } = useSite();
  useReaderStore();
  const isPersistent = usePersistence();
  const storeState = useStoreState();
  const saved = useReader('saved').size;
  return (
    <section className="settings-group" aria-labelledby="your-data">
      <div className="settings-head">
        <h2 id="your-data">{words.title}</h2>
      </div>
      <nav className="settings-actions" aria-labelledby="your-data">
        {PAGES.map(([name, path]) => (
          <AppLink key={name} to={path} className="button">
            {words.pages[name]}
          </AppLink>
        ))}
      </nav>
      <p className="setting-note">
        {words[storeState]}
        {storeState === 'stored' &&
          isPersistent !== undefined &&
          ` ${isPersistent ? words.persistent : words.notPersistent}`}
      </p>
      <div className="settings-actions">
        <button type="button" className="button" onClick={() => void download(() => exportEverything(site.title))}>
          {words.export}
        </button>
        <ImportChoice />
      </div>
      <p className="setting-note">{saved === 0 ? words.nothingSaved : words.savedStories({ count: saved })}</p>
      {saved > 0 && (
        <div className="settings-actions">
          {FORMATS.map((format) => (
            <button
              key={format}
              type="button"
              className="button"
              onClick={() => void download(() => exportSaved(format, site.title))}
            >
              {words.savedAs[format]}
            </button>
          ))}
        </div>
      )}
      <div className="settings-actions">
        <button type="button" className="button button-danger" onClick={() => void forgetEverything()}>
          {words.forget}
        </button>
      </div>
    </section>
  );
}

interface NamedFile {
  name: string;
  content: Blob;
}

async function exportEverything(siteTitle: string): Promise<NamedFile> {
  const day = new Date().toISOString().slice(0, 10);
  const content = new Blob([await exportReader()], { type: 'application/json' });
  return { name: `${siteTitle.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}-${day}.json`, content };
}

async function download(create: () => Promise<NamedFile>): Promise<void> {
  try {
    const { name, content } = await create();
    downloadFile(name, content);
  } catch {
    announce(words.failed);
  }
}
