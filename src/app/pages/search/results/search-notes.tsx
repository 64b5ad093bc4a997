import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SearchSegment } from '../../../../model/search/search-index.ts';
import type { Site } from '../../../../model/site.ts';
import { useSite } from '../../../data/site-context.ts';
import { fillElements } from '../../../i18n/fill-elements.tsx';
import { formatMonthHeading } from '../../../i18n/format-date.ts';
import { interfaceAttributes } from '../../../i18n/locale.ts';
import { strings } from '../../../i18n/strings.ts';
import { manifestQuery } from '../../../search/index/site-index.ts';
import type { SearchOutcome } from '../../../search/run-search.ts';
import { searchStrings as words } from './search-strings.ts';
import { useRetryOnline } from './use-retry-online.ts';

interface SearchNotesProps {
  search: SearchOutcome;
  /** How many of the results could not be fetched. */
  missing: number;
  onRetry: () => void;
}

/** What was searched, if it is not what the reader asked for. */
export function SearchNotes({ search, missing, onRetry }: SearchNotesProps) {
  const { site } = useSite();
  const { positions, corrections, match, isCut, isPartial, unsearched, words: searched } = search;
  const { data: manifest } = useQuery({ ...manifestQuery(), enabled: unsearched.length > 0 });
  const isIncomplete = unsearched.length > 0;
  const found = positions.length > 0 ? corrections : [];
  useRetryOnline(isIncomplete || missing > 0, onRetry);
  return (
    <>
      {found.map(({ from, to }) => (
        <Note key={from}>{fillElements({ from: <em>{from}</em>, to: <em>{to}</em> }, words.corrected)}</Note>
      ))}
      {match === 'any' && positions.length > 0 && <Note>{words.anyWord}</Note>}
      {isCut && <Note>{words.isCut}</Note>}
      {isPartial && <Note>{words.keepTyping({ word: searched.at(-1)?.text ?? '' })}</Note>}
      {isIncomplete && manifest && (
        <FailureNote onRetry={onRetry}>{describeUnsearched(unsearched, manifest.segments, site)}</FailureNote>
      )}
      {missing > 0 && <FailureNote onRetry={onRetry}>{words.missing({ count: missing })}</FailureNote>}
    </>
  );
}

const Note = ({ children }: { children: ReactNode }) => (
  <p className="search-note" {...interfaceAttributes}>
    {children}
  </p>
);

/** What failed, with a button to try again. */
function FailureNote({ children, onRetry }: { children: ReactNode; onRetry: () => void }) {
  const retry = (): void => {
    // The button goes when it has worked.
    document.querySelector('h1')?.focus({ preventScroll: true });
    onRetry();
  };
  return (
    <Note>
      {children}{' '}
      <button type="button" className="underline" onClick={retry}>
        {strings.tryAgain}
      </button>
    </Note>
  );
}

/** Segments are in order of time, so a segment begins where the one before it ends. */
function describeUnsearched(
  unsearched: readonly SearchSegment[],
  segments: readonly SearchSegment[],
  site: Site,
): string {
  const month = (segment: SearchSegment | undefined): string =>
    segment ? formatMonthHeading(segment.newestAt, site) : '';
  const isMissing = (segment: SearchSegment): boolean => unsearched.some(({ at }) => at === segment.at);
  const first = segments.findIndex(isMissing);
  if (first > 0 && segments.slice(first).every(isMissing))
    return words.searchedUntil({ date: month(segments[first - 1]) });
  const periods = segments.flatMap((segment, index) => {
    if (!isMissing(segment)) return [];
    const before = segments[index - 1];
    return [before ? words.fromTo({ from: month(before), to: month(segment) }) : words.until({ date: month(segment) })];
  });
  return words.unsearched({ periods: periods.join(strings.listSeparator) });
}
