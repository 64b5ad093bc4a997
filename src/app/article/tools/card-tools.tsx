import { useCallback, useState } from 'react';
import type { Summary } from '../../../model/article.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { toggleSaved } from '../../reader/actions/reader-actions.ts';
import type { LinkKind } from '../source-links/story-links.ts';
import { CardMenu } from './menu/card-menu.tsx';
import { toolsStrings as words } from './text/tools-strings.ts';

export interface CardToolsProps {
  article: Summary;
  /** The kind of link that the reader prefers. */
  preferred: LinkKind;
  isSaved: boolean;
  isRead: boolean;
}

/** The buttons of a card: save, and a menu of the rest. */
export function CardTools({ article, preferred, isSaved, isRead }: CardToolsProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = useCallback(() => setIsOpen(false), []);
  return (
    <div ref={skipLinks} className="card-tools" lang={interfaceAttributes.lang}>
      <button
        type="button"
        className="card-tool save-tool"
        // The menu has it too, so Tab need not stop here.
        tabIndex={-1}
        aria-pressed={isSaved}
        aria-label={words.saveStory({ title: article.title })}
        onClick={() => toggleSaved(article)}
      />
      <button
        type="button"
        className="card-tool menu-tool"
        aria-expanded={isOpen}
        aria-label={words.menu({ title: article.title })}
        onClick={() => setIsOpen(!isOpen)}
      />
      {isOpen && <CardMenu article={article} preferred={preferred} isSaved={isSaved} isRead={isRead} onClose={close} />}
    </div>
  );
}

/**
 * Takes the links to the topic and the provider out of the tab order, so that Tab stops twice at a card: at its headline
 * and at its menu. They are on the article page, too.
 */
function skipLinks(tools: HTMLElement | null): void {
  for (const link of tools?.parentElement?.querySelectorAll<HTMLElement>('.kicker a, a.provider') ?? []) {
    link.tabIndex = -1;
  }
}
