import { useDeferredValue, useId, useMemo, useState } from 'react';
import { TextMarker } from '../../article/card/text-marker.ts';
import { useSite } from '../../data/site-context.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { PageHeading } from '../../navigation/page-heading.tsx';
import { PageTitle } from '../../navigation/page-title.tsx';
import { actionStrings } from '../../reader/actions/action-strings.ts';
import { removeSaved } from '../../reader/actions/reader-actions.ts';
import { useReader } from '../../reader/state/use-reader.ts';
import { createTextMarker } from '../../search/matching/mark-text.tsx';
import { parseQuery } from '../../search/query/parse-query.ts';
import { StateMessage } from '../../states/state-message.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { groupSaved, SAVED_ORDERS, type SavedOrder } from './group-saved.ts';
import { ReaderPageIntro } from './reader-page-intro.tsx';
import { readerStrings } from './reader-strings.ts';
import { searchSaved } from './search-saved.ts';
import { StoryGroup } from './story-group.tsx';
import { useReaderStore } from './use-reader-store.ts';
import '../../ui/field.css';

const words = readerStrings.saved;

/** All saved stories, with a search, in one of three orders. */
export function SavedPage() {
  const { site } = useSite();
  const isReady = useReaderStore();
  const saved = useReader('saved');
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<SavedOrder>('saved');
  const text = useDeferredValue(query);
  const parsed = useMemo(() => parseQuery(text), [text]);
  const found = searchSaved(saved, parsed, site);
  const mark = useMemo(() => createTextMarker(parsed.words), [parsed]);
  return (
    <>
      <PageTitle title={words.title} />
      <header className="flex flex-wrap items-baseline gap-x-4 pt-6 pb-1" {...interfaceAttributes}>
        <PageHeading className="collection-title">{words.title}</PageHeading>
        {isReady && saved.size > 0 && (
          <p className="text-[.8125rem] text-ink-3">{strings.stories({ count: saved.size })}</p>
        )}
      </header>
      <ReaderPageIntro isReady={isReady} />
      {isReady && saved.size === 0 && <StateMessage title={words.none} help={words.noneHelp} />}
      {isReady && saved.size > 0 && (
        <>
          <div className="saved-controls" {...interfaceAttributes}>
            <SavedSearchField query={query} onChange={setQuery} />
            <SegmentedControl
              name="saved-order"
              legend={words.order}
              options={SAVED_ORDERS}
              labels={words.orders}
              chosen={order}
              onChoose={setOrder}
            />
          </div>
          <p role="status" className="sr-only" {...interfaceAttributes}>
            {query !== '' && strings.stories({ count: found.length })}
          </p>
          {found.length === 0 ? (
            <StateMessage title={words.nothingFound} help={words.nothingFoundHelp({ query })}>
              <button type="button" className="button button-primary" onClick={() => setQuery('')}>
                {words.clearSearch}
              </button>
            </StateMessage>
          ) : (
            <TextMarker value={mark}>
              {groupSaved(found, order, site).map((group) => (
                <StoryGroup key={group.key} group={group} />
              ))}
              <p className="my-8 text-center" {...interfaceAttributes}>
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    removeSaved(
                      found.map(({ slug }) => slug),
                      actionStrings.allRemoved({ count: found.length }),
                    );
                  }}
                >
                  {found.length === saved.size ? words.removeAll : words.removeFound}
                </button>
              </p>
            </TextMarker>
          )}
        </>
      )}
    </>
  );
}

function SavedSearchField({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="legend reader-field">
        {words.search}
      </label>
      <div className="field">
        <input id={id} type="search" value={query} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
      </div>
    </div>
  );
}
