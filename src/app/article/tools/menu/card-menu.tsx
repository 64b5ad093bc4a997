import { useEffect, useRef, useState } from 'react';
import type { Summary } from '../../../../model/article.ts';
import { textDirection } from '../../../../model/text/text-direction.ts';
import { useSite } from '../../../data/site-context.ts';
import { interfaceAttributes } from '../../../i18n/locale.ts';
import { announce } from '../../../layout/announcer.tsx';
import { recallCollection } from '../../../navigation/last-collection.ts';
import { markAllRead, toggleRead, toggleSaved } from '../../../reader/actions/reader-actions.ts';
import { actAfterPaint } from '../../../reader/undo/act-after-paint.ts';
import { focusButton, useDismiss } from '../../../ui/use-dismiss.ts';
import type { LinkKind } from '../../source-links/story-links.ts';
import { copyText } from '../text/copy-text.ts';
import { articleUrl } from '../text/quote-story.ts';
import { toolsStrings as words } from '../text/tools-strings.ts';
import { FollowItem } from './follow-item.tsx';
import { HideItems } from './hide-items.tsx';
import { LinkItems } from './link-items.tsx';

interface CardMenuProps {
  article: Summary;
  /** The kind of link that the reader prefers. */
  preferred: LinkKind;
  isSaved: boolean;
  isRead: boolean;
  onClose: () => void;
}

/** The open menu of a card. */
export function CardMenu({ article, preferred, isSaved, isRead, onClose }: CardMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const [isHiding, setIsHiding] = useState(false);
  useDismiss(menu, onClose);
  // The focus stays in the menu when its items change.
  useEffect(() => {
    if (isHiding) menu.current?.querySelector('button')?.focus();
  }, [isHiding]);
  const act = (action: () => void) => (): void => {
    focusButton(menu.current);
    onClose();
    actAfterPaint(action);
  };
  const copy = (): void => {
    copyText(articleUrl(article.slug)).then(
      () => announce(words.linkCopied),
      () => announce(words.notCopied),
    );
  };
  const [topic] = article.topics;
  const { language } = useSite().site;
  const above = storiesAbove(article.slug);
  return (
    <div ref={menu} className="card-menu">
      {/* A card can have another direction than the page. Its menu is placed in that of the card. */}
      <div dir={textDirection(language)} {...interfaceAttributes}>
        {isHiding ? (
          <HideItems article={article} act={act} />
        ) : (
          <ul>
            <LinkItems article={article} preferred={preferred} />
            <li>
              <button type="button" onClick={act(() => toggleSaved(article))}>
                {isSaved ? words.unsave : words.save}
              </button>
            </li>
            <li>
              <button type="button" onClick={act(() => toggleRead(article.slug))}>
                {isRead ? words.markUnread : words.markRead}
              </button>
            </li>
            {above.length > 0 && (
              <li>
                <button type="button" onClick={act(() => markAllRead(above))}>
                  {words.markAboveRead}
                </button>
              </li>
            )}
            {topic && (
              <li>
                <FollowItem topic={topic} act={act} />
              </li>
            )}
            {(topic ?? article.provider?.domain) && (
              <li>
                <button type="button" className="hide-item" onClick={() => setIsHiding(true)}>
                  {words.hide}
                </button>
              </li>
            )}
            {'clipboard' in navigator && (
              <li>
                <button type="button" onClick={act(copy)}>
                  {words.copyLink}
                </button>
              </li>
            )}
          </ul>
        )}
      </div>
    </div>
  );
}

/** The slugs of the stories above a story, in the list that is shown. */
function storiesAbove(slug: string): string[] {
  const slugs = recallCollection()?.stories.map((story) => story.slug) ?? [];
  return slugs.slice(0, Math.max(0, slugs.indexOf(slug)));
}
