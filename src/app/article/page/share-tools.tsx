import { useState, useSyncExternalStore } from 'react';
import { articlePath } from '../../../model/permalinks.ts';
import { withBasePath } from '../../data/base-path.ts';
import { PathIcon } from '../../ui/icon.tsx';
import { articleStrings } from './article-strings.ts';

interface ShareToolsProps {
  slug: string;
  title: string;
}

/** Passes on the address of an article's page. What a browser lacks comes last in the row, so it moves nothing. */
export function ShareTools({ slug, title }: ShareToolsProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();
  const canShare = useCanShare();
  const findUrl = (): string => new URL(withBasePath(articlePath(slug)), location.href).href;
  const copy = (): void => {
    copyText(findUrl()).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    );
  };
  // A reader who thinks better of it is no fault.
  const share = (): void => void navigator.share({ title, url: findUrl() }).catch(() => {});
  return (
    <div className="article-tools needs-script">
      <button type="button" className="tool" onClick={copy}>
        <PathIcon path="M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-1 1m1.4 2.8a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l1-1" />
        {articleStrings.copyLink}
      </button>
      {canShare && (
        <button type="button" className="tool" onClick={share}>
          <PathIcon path="M10 12.5V3M6.5 6 10 2.5 13.5 6M6.5 9h-2v8h11V9h-2" />
          {articleStrings.share}
        </button>
      )}
      <span role="status" className="text-[.8125rem] text-ink-2">
        {outcome === 'copied' && articleStrings.linkCopied}
        {outcome === 'refused' && articleStrings.copyByHand}
      </span>
      {outcome === 'refused' && (
        <input
          readOnly
          className="field flex-1"
          value={findUrl()}
          aria-label={articleStrings.linkOfStory}
          ref={selectText}
        />
      )}
    </div>
  );
}

/** Fails where the browser has no clipboard too: outside of HTTPS there is none. */
const copyText = async (text: string): Promise<void> => navigator.clipboard.writeText(text);

function selectText(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}

/** Whether the device can share; known once the page has been taken over. */
const useCanShare = (): boolean =>
  useSyncExternalStore(
    () => () => {},
    () => 'share' in navigator,
    () => false,
  );
