import type { MouseEvent } from 'react';
import { frontPath } from '../../../model/addresses/permalinks.ts';
import { withBasePath } from '../../data/base-path.ts';
import { markName } from '../../i18n/fill-elements.tsx';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { isPreviousEntry } from '../../navigation/scroll/scroll-restoration.ts';
import { useLastCollection } from '../../navigation/use-last-collection.ts';
import { articleStrings } from './article-strings.ts';

/**
 * A link to the collection that the reader comes from. If that is the previous history entry, the link goes back in
 * history, which restores the scroll position.
 */
export function BackLink({ isIconOnly = false }: { isIconOnly?: boolean }) {
  const { path, name } = useLastCollection() ?? { path: frontPath };
  const goBack = (event: MouseEvent): void => {
    if (!isPreviousEntry(withBasePath(path))) return;
    event.preventDefault();
    history.back();
  };
  return (
    <AppLink to={path} className={isIconOnly ? 'tool' : 'back-link'} onClick={goBack} {...interfaceAttributes}>
      {name === undefined ? backTo(strings.allStories) : markName(name, backTo)}
    </AppLink>
  );
}

const backTo = (collection: string): string => articleStrings.backTo({ collection });
