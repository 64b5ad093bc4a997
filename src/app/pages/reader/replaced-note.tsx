import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { copyPath } from '../../../model/addresses/permalinks.ts';
import { articleQuery } from '../../data/queries.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { isOtherStory } from '../../reader/actions/kept-articles.ts';
import { isDataSaverOn } from '../../reader/settings/data-saver.ts';
import { useIsNear } from '../../ui/use-is-near.ts';
import type { ListedStory } from './group-saved.ts';
import { readerStrings } from './reader-strings.ts';

const words = readerStrings.saved;

/**
 * Says that the address of a saved story has another story now, with a link to the copy. The article is loaded when the
 * card is in the viewport, so that a long list makes few requests. The page of the other story says it, too.
 */
export function ReplacedNote({ story }: { story: ListedStory }) {
  const element = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(element);
  const { data: article } = useQuery({ ...articleQuery(story.slug), enabled: isNear && !isDataSaverOn() });
  return (
    <div ref={element}>
      {article && isOtherStory(story, article) && (
        <p className="replaced-note" {...interfaceAttributes}>
          {`${words.replaced} `}
          <AppLink to={copyPath(story.slug)}>{words.openCopy}</AppLink>
        </p>
      )}
    </div>
  );
}
