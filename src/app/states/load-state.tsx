import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { FetchError, type FetchErrorReason, TIME_LIMIT_MS } from '../data/fetch-json.ts';
import { strings } from '../i18n/strings.ts';
import { actionFor } from '../loading/failure-action.ts';
import { isLate } from '../loading/late.ts';
import { showNotice } from '../loading/notice.ts';
import { retryFailed } from '../loading/retry-failed.ts';
import { PageTitle } from '../navigation/page-title.tsx';
import { StateMessage } from './state-message.tsx';

interface LoadStateProps {
  /** The title of the message. Without it, a note at the bottom of the window has the message. */
  title?: string | undefined;
  /** Why it has not loaded. `undefined` or `null` while it loads. */
  error: unknown;
  /** Whether it is being loaded. `false` while the reader has not asked for it. */
  isLoading?: boolean;
  headingLevel?: 1 | 2 | undefined;
  /** Shown while it loads. */
  children?: ReactNode;
}

/**
 * Stands in place of data or code until it has loaded. If that fails, or takes long, it becomes a message with a button
 * to try again. The message stays while that is done, so that the button keeps the focus.
 */
export function LoadState({ title, error, isLoading = true, headingLevel = 2, children }: LoadStateProps) {
  const client = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  // After a navigation that took too long, the reader is not asked to wait once more.
  const [slowAttempt, setSlowAttempt] = useState(() => (isLate() ? 0 : -1));
  const [shownReason, setShownReason] = useState<FetchErrorReason>();
  useEffect(() => {
    if (error || !isLoading) return;
    const timer = setTimeout(setSlowAttempt, TIME_LIMIT_MS, attempt);
    return () => clearTimeout(timer);
  }, [error, isLoading, attempt]);
  const slow = isLoading && slowAttempt === attempt ? 'slow' : undefined;
  const reason = error ? reasonOf(error) : slow;
  const kept = reason ?? (isLoading ? shownReason : undefined);
  if (kept !== shownReason) setShownReason(kept);
  const retry = (): void => {
    setAttempt(attempt + 1);
    void retryFailed(client);
  };
  const [label, act] = kept ? actionFor(kept, retry) : [];
  useEffect(() => {
    if (!title && reason) return showNotice(`${strings.failed.part} ${strings.failureReasons[reason]}`, label, act);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `act` is another function in each render
  }, [title, reason, label]);
  useEffect(() => {
    // The script in `index.html` hides the list if the address has a filter.
    if (kept) delete document.documentElement.dataset.filtered;
  }, [kept]);
  return (
    <>
      {/* The page that this stands for has no title yet. Without the data of the site there is none at all. */}
      {headingLevel === 1 && title !== strings.failed.paper && <PageTitle title={kept && title} />}
      {title && kept ? (
        <div role="alert" ref={passFocusOn}>
          <StateMessage title={title} help={strings.failureReasons[kept]} headingLevel={headingLevel}>
            <button type="button" className="button button-primary" aria-disabled={!reason} onClick={act}>
              {reason ? label : strings.loading}
            </button>
          </StateMessage>
        </div>
      ) : (
        children
      )}
    </>
  );
}

const reasonOf = (error: unknown): FetchErrorReason => (error instanceof FetchError ? error.reason : 'unreadable');

export const isMissing = (error: unknown): boolean => error instanceof FetchError && error.reason === 'missing';

/** When the message goes, what has loaded gets the focus of its button: the first headline there, or else the page's. */
function passFocusOn(message: HTMLElement | null): (() => void) | undefined {
  return () => {
    if (!message?.contains(document.activeElement)) return;
    const headlines = () => [...document.querySelectorAll<HTMLElement>('main h3 a')];
    const isBefore = (link: Element): boolean =>
      (link.compareDocumentPosition(message) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const count = headlines().filter(isBefore).length;
    passFocus(() => headlines()[count]);
  };
}

/** A list renders in steps. */
const MAX_FRAMES = 20;

function passFocus(find: () => HTMLElement | undefined, frames = MAX_FRAMES): void {
  requestAnimationFrame(() => {
    const target = find();
    if (!target && frames > 0) passFocus(find, frames - 1);
    else if (document.activeElement === document.body)
      (target ?? document.querySelector<HTMLElement>('h1[tabindex], main'))?.focus({ preventScroll: true });
  });
}
