import { useState, useSyncExternalStore } from 'react';
import { articlePath } from '../../../model/permalinks.ts';
import { withBasePath } from '../../data/base-path.ts';
import { articleStrings } from './article-strings.ts';

interface ShareToolsProps {
  slug: string;
  title: string;
}

/**
 * Buttons to copy and to share the link of an article. Those that depend on the browser are last, so nothing shifts.
 */
export function ShareTools({ slug, title }: ShareToolsProps) {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  const canShare = useCanShare();
  // The buttons need JavaScript: until hydration CSS reserves their space.
  if (canShare === undefined) return <div className="article-tools needs-script" />;
  const articleUrl = (): string => new URL(withBasePath(articlePath(slug)), location.href).href;
  const copy = (): void => {
    copyText(articleUrl()).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  };
  // `share` rejects if the reader cancels. That is not an error.
  const share = (): void => void navigator.share({ title, url: articleUrl() }).catch(() => {});
  return (
    <div className="article-tools needs-script">
      <button type="button" className="tool" onClick={copy}>
        {articleStrings.copyLink}
      </button>
      {canShare && (
        <button type="button" className="tool" onClick={share}>
          {articleStrings.share}
        </button>
      )}
      <span role="status" className="note">
        {outcome === 'copied' && articleStrings.linkCopied}
        {outcome === 'failed' && articleStrings.copyByHand}
      </span>
      {outcome === 'failed' && (
        <input
          readOnly
          className="field flex-1"
          value={articleUrl()}
          aria-label={articleStrings.linkOfStory}
          ref={selectText}
        />
      )}
    </div>
  );
}

/**
 * `async`, so that it rejects, and does not throw, if there is no clipboard: browsers have it in secure contexts only.
 */
const copyText = async (text: string): Promise<void> => navigator.clipboard.writeText(text);

function selectText(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}

/** Whether the browser can share. `undefined` on the server and while hydrating. */
const useCanShare = (): boolean | undefined =>
  useSyncExternalStore(
    () => () => {},
    () => 'share' in navigator,
    () => undefined,
  );
