import type { SyntheticEvent } from 'react';
import { Icon } from '../layout/icon.tsx';
import { strings } from '../strings.ts';
import type { StoryLink } from './story-links.ts';
import { outbound } from './way-out.tsx';

interface LinkChoiceProps {
  links: StoryLink[];
  /** The one that the story's way out leads to. */
  chosen: StoryLink;
  title: string;
}

/** All the addresses of a story behind one button. It is a disclosure, so it works without script. */
export function LinkChoice({ links, chosen, title }: LinkChoiceProps) {
  return (
    <details className="link-choice" name="link-choice" onToggle={closeWhenLeft}>
      <summary>
        <span aria-hidden="true">{strings.linksShort[chosen.kind]}</span>
        <span className="sr-only">{strings.otherWays(title, strings.links[chosen.kind])}</span>
        <Icon name="down" />
      </summary>
      <ul>
        {links.map((link) => (
          <li key={link.kind} data-chosen={link === chosen || undefined}>
            <a href={link.url} {...outbound}>
              <span>{strings.links[link.kind]}</span>
              <bdi dir="ltr">{link.host}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Closes an opened choice on Escape and on a click or focus elsewhere. */
function closeWhenLeft({ currentTarget: details }: SyntheticEvent<HTMLDetailsElement>): void {
  if (!details.open) return;
  const leaving = new AbortController();
  const close = (): void => {
    details.open = false;
    leaving.abort();
  };
  const closeOutside = ({ target }: Event): void => {
    if (!details.open) leaving.abort();
    else if (!(target instanceof Node && details.contains(target))) close();
  };
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    close();
    details.querySelector('summary')?.focus();
  };
  const options = { signal: leaving.signal };
  document.addEventListener('pointerdown', closeOutside, options);
  document.addEventListener('focusin', closeOutside, options);
  document.addEventListener('keydown', closeOnEscape, options);
}
