import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { frontPath, searchPath } from '../../../model/addresses/permalinks.ts';
import { withBasePath } from '../../data/base-path.ts';
import { filterLink, parseFilter, withQuery } from '../../filter/address/filter.ts';
import { isTraversal, navigateTo } from '../../navigation/scroll/scroll-restoration.ts';
import { SearchForm } from '../../navigation/search/search-form.tsx';
import { useSearch } from '../../navigation/use-route.ts';
import { useCurrentTime } from '../../ui/use-current-time.ts';
import { prepareSearch } from './prepare-search.ts';
import { startSearch } from './results/start-search.ts';
import { PAUSE_MS } from './typing-pause.ts';

/**
 * The field of the search page. The address follows it: while the reader types, one history entry is replaced. Enter
 * keeps it, and the next change gets an entry of its own.
 */
export function SearchField() {
  const client = useQueryClient();
  const search = useSearch();
  const query = parseFilter({ kind: 'all' }, search).query ?? '';
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The query that the field has led to, so that the field is not changed while the reader types. */
  const sent = useRef(query);
  /** Whether the history entry of the address may be replaced. */
  const isTyping = useRef(query === '');

  // A page that was opened by a link to a search, or by Back, shows its results: on phones the focus opens the keyboard.
  const isOpened = useCurrentTime() === undefined;
  const [isShowingResults] = useState(() => (isOpened ? hasQuery() : query !== '' && isTraversal()));

  const send = (text: string, isFinal: boolean): void => {
    clearTimeout(timer.current);
    const filter = parseFilter({ kind: 'all' }, location.search);
    const trimmed = text.trim();
    if (trimmed !== (filter.query ?? '')) {
      sent.current = trimmed;
      const searched = withQuery(filter, trimmed);
      startSearch(client, searched);
      const address = trimmed === '' ? searchPath : filterLink(searched);
      navigateTo(withBasePath(address), { replace: isTyping.current, keepFocus: true });
    }
    isTyping.current = !isFinal || trimmed === '';
  };
  const type = (text: string): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(text, false), PAUSE_MS);
  };

  useEffect(() => {
    const field = input.current;
    if (!field) return;
    // The reader may have typed before the page was hydrated.
    if (field.value !== '' && query === '') send(field.value, false);
    if (!isShowingResults) focusEnd(field);
    return () => clearTimeout(timer.current);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the page is shown
  }, []);
  useEffect(() => {
    if (!input.current || query === sent.current) return;
    // Another address, as by Back: what was typed for the one before is not searched.
    clearTimeout(timer.current);
    sent.current = query;
    isTyping.current = query === '';
    input.current.value = query;
    if (query === '') input.current.focus();
  }, [query]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key, currentTarget: field } = event;
    if (event.nativeEvent.isComposing) return;
    if (key === 'ArrowDown') {
      const first = document.querySelector<HTMLElement>('.search-results h3 a');
      first?.focus();
      if (first) event.preventDefault();
    }
    if (key !== 'Escape') return;
    event.preventDefault();
    if (field.value === '') leaveSearch();
    else {
      field.value = '';
      isTyping.current = true;
      send('', false);
    }
  };
  return (
    <SearchForm
      inputRef={input}
      defaultValue={query}
      onSearch={(text) => send(text, true)}
      onInput={({ currentTarget }) => type(currentTarget.value)}
      onFocus={() => prepareSearch(client)}
      onKeyDown={onKeyDown}
    />
  );
}

/** Whether the address has a query. During hydration the app does not know it yet. */
const hasQuery = (): boolean =>
  typeof location !== 'undefined' && parseFilter({ kind: 'all' }, location.search).query !== undefined;

/** Focuses the field. The next letter comes after the text. */
function focusEnd(field: HTMLInputElement): void {
  field.focus({ preventScroll: true });
  field.setSelectionRange(field.value.length, field.value.length);
}

/** Back to the page from which the reader came. An entry of the history that follows another one of this site says so. */
function leaveSearch(): void {
  const { from } = (history.state ?? {}) as { from?: unknown };
  if (from !== undefined) history.back();
  else navigateTo(withBasePath(frontPath));
}
