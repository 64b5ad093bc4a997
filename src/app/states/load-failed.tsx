import { FetchError } from '../data/fetch-json.ts';
import { strings } from '../i18n/strings.ts';
import { StateMessage } from './state-message.tsx';

interface LoadFailedProps {
  what: keyof typeof strings.failed;
  error: unknown;
  onRetry: () => void;
  headingLevel?: 1 | 2;
}

/** A file of the edition failed to load: says what is missing and why, with a button to retry. */
export function LoadFailed({ what, error, onRetry, headingLevel = 2 }: LoadFailedProps) {
  const reason = error instanceof FetchError ? error.reason : 'unreachable';
  return (
    <div role="alert">
      <StateMessage title={strings.failed[what]} help={strings.failureReasons[reason]} headingLevel={headingLevel}>
        <button type="button" className="button button-primary" onClick={onRetry}>
          {strings.tryAgain}
        </button>
      </StateMessage>
    </div>
  );
}

export const isMissing = (error: unknown): boolean => error instanceof FetchError && error.reason === 'missing';
