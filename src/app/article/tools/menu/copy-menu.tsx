import { useCallback, useRef, useState } from 'react';
import type { Summary } from '../../../../model/article.ts';
import { focusButton, useDismiss } from '../../../ui/use-dismiss.ts';
import { articleUrl, quoteStory } from '../text/quote-story.ts';
import { toolsStrings as words } from '../text/tools-strings.ts';

interface CopyMenuProps {
  article: Summary;
  onCopy: (text: string) => void;
}

/** A button that opens a menu of what can be copied: the link, or the title, the source and the link. */
export function CopyMenu({ article, onCopy }: CopyMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = useCallback(() => setIsOpen(false), []);
  return (
    <span className="copy-menu">
      <button type="button" className="tool copy-tool" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {words.copy}
      </button>
      {isOpen && <CopyItems article={article} onCopy={onCopy} onClose={close} />}
    </span>
  );
}

function CopyItems({ article, onCopy, onClose }: CopyMenuProps & { onClose: () => void }) {
  const menu = useRef<HTMLDivElement>(null);
  useDismiss(menu, onClose);
  const texts = {
    link: () => articleUrl(article.slug),
    text: () => quoteStory(article, 'text'),
    markdown: () => quoteStory(article, 'markdown'),
  };
  const copy = (text: string): void => {
    focusButton(menu.current);
    onClose();
    onCopy(text);
  };
  return (
    <div ref={menu} className="card-menu">
      <ul>
        {(Object.keys(texts) as (keyof typeof texts)[]).map((format) => (
          <li key={format}>
            <button type="button" onClick={() => copy(texts[format]())}>
              {words.copyAs[format]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
