import type { MouseEvent } from 'react';
import { strings } from '../i18n/strings.ts';
import { AppLink } from '../navigation/app-link.tsx';
import { LoadFailed } from '../states/load-failed.tsx';

interface OlderStoriesProps {
  /** The permalink of the page that holds the stories that follow; absent when all are shown. */
  to: string | undefined;
  /** Adds them to the list. Absent when the list is long enough: then the link leads to their page. */
  onAdd: (() => void) | undefined;
  /** What the link says. */
  label?: string;
  isFetching: boolean;
  error: unknown;
  onRetry: () => void;
}

/** The way to more stories: a real link to the page that holds them. A plain click adds them in place. */
export function OlderStories(props: OlderStoriesProps) {
  const { to, onAdd, label = strings.older, isFetching, error, onRetry } = props;
  if (error) return <LoadFailed what="older" error={error} onRetry={onRetry} headingLevel={2} />;
  if (to === undefined) return <p className="end-note">{strings.endOfList}</p>;
  const addInPlace = (event: MouseEvent): void => {
    if (!onAdd) return;
    event.preventDefault();
    if (!isFetching) onAdd();
  };
  return (
    <p className="my-8 text-center">
      <AppLink to={to} className="button" onClick={addInPlace}>
        {isFetching ? strings.loadingOlder : label}
      </AppLink>
    </p>
  );
}
