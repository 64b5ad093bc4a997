import type { MouseEvent } from 'react';
import { interfaceAttributes } from '../i18n/locale.ts';
import { strings } from '../i18n/strings.ts';
import { AppLink } from '../navigation/app-link.tsx';
import { LoadState } from '../states/load-state.tsx';

interface OlderStoriesLinkProps {
  /** The permalink of the page with the stories that follow. Absent if all are shown. */
  to: string | undefined;
  /** Adds these stories to the list. Absent if the list is too long for that: then the link navigates to their page. */
  onLoadMore: (() => void) | undefined;
  label?: string;
  isFetching: boolean;
  error: unknown;
}

/** The "load more" link: a link to the page with the stories that follow. A click adds them to the list instead. */
export function OlderStoriesLink({ to, onLoadMore, label = strings.older, isFetching, error }: OlderStoriesLinkProps) {
  if (to === undefined && !isFetching && !error)
    return (
      <p className="end-note" {...interfaceAttributes}>
        {strings.endOfList}
      </p>
    );
  const loadMore = (event: MouseEvent): void => {
    if (!onLoadMore) return;
    event.preventDefault();
    if (!isFetching) onLoadMore();
  };
  return (
    <LoadState title={strings.failed.older} error={error} isLoading={isFetching}>
      <p className="my-8 text-center" {...interfaceAttributes}>
        <AppLink to={to ?? ''} className="button" onClick={loadMore}>
          {isFetching ? strings.loadingOlder : label}
        </AppLink>
      </p>
    </LoadState>
  );
}
