import { Suspense, startTransition, useState } from 'react';
import { strings } from '../../i18n/strings.ts';
import { ErrorBoundary } from '../../states/error-boundary.tsx';
import { sourceLinkItems } from './lazy-source-link-items.ts';
import type { StoryLink } from './story-links.ts';

interface SourceLinkMenuProps {
  links: StoryLink[];
  /** The link that is shown beside the menu. */
  chosen: StoryLink;
  title: string;
  isHydrated: boolean;
}

/** A button that opens the list of all links of a story. While it is closed, the list is not in the page. */
export function SourceLinkMenu({ links, chosen, title, isHydrated }: SourceLinkMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="link-menu"
        // Before hydration the button does nothing, so the HTML has neither its state nor its long label.
        aria-expanded={isHydrated ? isOpen : undefined}
        aria-label={isHydrated ? strings.otherLinks(title, strings.links[chosen.kind]) : undefined}
        onClick={() => startTransition(() => setIsOpen(!isOpen))}
      >
        {strings.linksShort[chosen.kind]}
      </button>
      {isOpen && (
        <ErrorBoundary fallback={<p role="alert">{strings.failureReasons.unreachable}</p>}>
          <Suspense fallback={null}>
            <sourceLinkItems.View links={links} chosen={chosen} onClose={() => setIsOpen(false)} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}
