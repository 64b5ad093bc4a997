import { useEffect, useRef } from 'react';
import { strings } from '../../i18n/strings.ts';
import { announce } from '../../layout/announcer.tsx';
import { cancel, type KeepFailure, update, useKeepState } from '../keep.ts';
import { formatBytes } from './format-bytes.ts';
import { keepButtonStrings } from './keep-button-strings.ts';
import { keepStrings as words } from './keep-strings.ts';

/** What is being fetched and stored, with a button to cancel it; or why it has stopped, with one to try again. */
export function KeepProgress() {
  const { selections, progress, failure } = useKeepState();
  useAnnounceEnd();
  if (failure) {
    return (
      <div role="alert" className="keep-part">
        <p>{`${failure === 'withdrawn' ? '' : words.failed} ${describe(failure)}`}</p>
        {failure !== 'withdrawn' && (
          <button type="button" className="button" onClick={() => void update()}>
            {strings.tryAgain}
          </button>
        )}
      </div>
    );
  }
  if (!progress || !selections?.length) return null;
  const isKnown = progress !== 'waiting' && progress.total > 0;
  return (
    <div className="keep-part">
      <progress
        className="keep-progress"
        aria-label={keepButtonStrings.title}
        {...(isKnown && { value: Math.min(1, progress.done / progress.total) })}
      />
      <p>
        {isKnown
          ? words.progress({ done: formatBytes(progress.done), total: formatBytes(progress.total) })
          : words.waiting}
      </p>
      <button type="button" className="button" onClick={() => void cancel()}>
        {words.cancel}
      </button>
    </div>
  );
}

function describe(failure: KeepFailure): string {
  if (failure === 'full' || failure === 'withdrawn') return words.failures[failure];
  const reason = strings.failureReasons[failure];
  return failure === 'offline' || failure === 'unreachable' ? `${reason} ${words.goesOn}` : reason;
}

/** Tells screen readers when everything is stored. */
function useAnnounceEnd(): void {
  const { progress, failure, selections } = useKeepState();
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !progress && !failure && selections?.length) announce(words.done);
    wasBusy.current = progress !== undefined;
  }, [progress, failure, selections]);
}
