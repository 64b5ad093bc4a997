import type { MouseEvent } from 'react';
import { frontPath } from '../../../model/permalinks.ts';
import { withBasePath } from '../../data/base-path.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { isPreviousEntry } from '../../navigation/scroll-restoration.ts';
import { useLastCollection } from '../../navigation/use-last-collection.ts';
import { Icon } from '../../ui/icon.tsx';

/** The way back to the feed, named after where it leads. From a feed it goes back in history, to the same place. */
export function BackLink({ isIconOnly = false }: { isIconOnly?: boolean }) {
  const { path, name } = useLastCollection() ?? { path: frontPath };
  const goBack = (event: MouseEvent): void => {
    if (!isPreviousEntry(withBasePath(path))) return;
    event.preventDefault();
    history.back();
  };
  return (
    <AppLink to={path} className={isIconOnly ? 'tool' : 'back-link'} onClick={goBack}>
      <Icon name="back" />
      <span className="sr-only">{strings.backTo('')}</span>
      <span dir="auto" className={isIconOnly ? 'sr-only' : undefined}>
        {name ?? strings.allStories}
      </span>
    </AppLink>
  );
}
