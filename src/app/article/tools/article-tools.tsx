import { useState } from 'react';
import { copyPath } from '../../../model/addresses/permalinks.ts';
import type { Summary } from '../../../model/article.ts';
import { markName } from '../../i18n/fill-elements.tsx';
import { AppLink } from '../../navigation/app-link.tsx';
import { isOtherStory } from '../../reader/actions/kept-articles.ts';
import { toggleRead, toggleSaved } from '../../reader/actions/reader-actions.ts';
import { useReader } from '../../reader/state/use-reader.ts';
import { CopyMenu } from './menu/copy-menu.tsx';
import { copyText } from './text/copy-text.ts';
import { articleUrl } from './text/quote-story.ts';
import { toolsStrings as words } from './text/tools-strings.ts';
import '../../ui/field.css';

interface CopyOutcome {
  /** What was to be copied. */
  text: string;
  isCopied: boolean;
}

/** The tools of an article page: save, mark as unread, share, copy. */
export function ArticleTools({ article }: { article: Summary }) {
  const { slug, title } = article;
  const saved = useReader('saved').get(slug);
  const isRead = useReader('read').has(slug);
  const [outcome, setOutcome] = useState<CopyOutcome>();
  const copy = (text: string): void => {
    copyText(text).then(
      () => setOutcome({ text, isCopied: true }),
      () => setOutcome({ text, isCopied: false }),
    );
  };
  // `share` rejects if the reader cancels. That is not an error.
  const share = (): void => void navigator.share({ title, url: articleUrl(slug) }).catch(() => {});
  return (
    <>
      <button
        type="button"
        className="tool save-tool"
        aria-pressed={saved !== undefined}
        onClick={() => toggleSaved(article)}
      >
        {saved ? words.saved : words.save}
      </button>
      <button type="button" className="tool read-tool" onClick={() => toggleRead(slug)}>
        {isRead ? words.markUnread : words.markRead}
      </button>
      {'share' in navigator && (
        <button type="button" className="tool share-tool" onClick={share}>
          {words.share}
        </button>
      )}
      <CopyMenu article={article} onCopy={copy} />
      {saved && isOtherStory(saved, article) && (
        <p className="note">
          {markName(saved.title, (name) => words.otherStory({ title: name }))}{' '}
          <AppLink to={copyPath(slug)} className="underline">
            {words.openCopy}
          </AppLink>
        </p>
      )}
      <span role="status" className="note">
        {outcome && (outcome.isCopied ? words.copied : words.copyByHand)}
      </span>
      {outcome && !outcome.isCopied && (
        <textarea
          readOnly
          className="field copied-text"
          value={outcome.text}
          aria-label={words.textToCopy}
          ref={selectText}
        />
      )}
    </>
  );
}

function selectText(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.select();
}
