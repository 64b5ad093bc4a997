import { useEffect } from 'react';
import { Icon } from '../layout/icon.tsx';
import { strings } from '../strings.ts';
import type { StoryLink } from './story-links.ts';

interface LinkChoiceProps {
  links: StoryLink[];
  /** The one that the story's way out leads to. */
  chosen: StoryLink;
  title: string;
}

/** All the addresses of a story behind one button. It is a disclosure, so it works without script. */
export function LinkChoice({ links, chosen, title }: LinkChoiceProps) {
  return (
    <details className="link-choice" name="link-choice">
      <summary>
        <span aria-hidden="true">{strings.linksShort[chosen.kind]}</span>{' '}
        <span className="sr-only">{strings.otherWays(title, strings.links[chosen.kind])}</span>
        <Icon name="down" />
      </summary>
      <ul>
        {links.map((link) => (
          <li key={link.kind} data-chosen={link === chosen || undefined}>
            <a href={link.url}>
              <span>{strings.links[link.kind]}</span> <bdi dir="ltr">{link.host}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Closes an open choice on Escape, and when the reader clicks or goes elsewhere. Used once, for all of a page. */
export function useDismissLinkChoice(): void {
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    document.addEventListener('pointerdown', closeOutside, { signal });
    document.addEventListener('focusin', closeOutside, { signal });
    document.addEventListener('keydown', closeOnEscape, { signal });
    return () => leaving.abort();
  }, []);
}

const openChoice = (): HTMLDetailsElement | null => document.querySelector<HTMLDetailsElement>('.link-choice[open]');

function closeOutside({ target }: Event): void {
  const choice = openChoice();
  if (choice && !(target instanceof Node && choice.contains(target))) choice.open = false;
}

function closeOnEscape({ key }: KeyboardEvent): void {
  const choice = key === 'Escape' ? openChoice() : null;
  if (!choice) return;
  choice.open = false;
  choice.querySelector('summary')?.focus();
}
