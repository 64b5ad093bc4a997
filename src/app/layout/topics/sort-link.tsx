import { orderedFrontPath } from '../../../model/addresses/permalinks.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { usePath, useSearch } from '../../navigation/use-route.ts';
import { useListOrder } from './use-list-order.ts';

/** Shows the order of the list. A click reverses it. On the front page another link may lead to the order of points. */
export function SortLink() {
  const path = usePath();
  const query = new URLSearchParams(useSearch());
  const { order, standard } = useListOrder();
  if (order === 'newest') query.set('sort', 'oldest');
  else query.delete('sort');
  query.delete('page');
  const search = query.size > 0 ? `?${String(query).replaceAll('%2C', ',')}` : '';
  const isToNewest = standard !== undefined && order !== 'newest';
  const name = order === 'oldest' ? strings.oldestFirst : strings.newestFirst;
  return (
    <>
      {standard && (
        <AppLink
          to={orderedFrontPath('top', standard)}
          className="top-link"
          {...interfaceAttributes}
          aria-current={order === 'top' ? 'true' : undefined}
        >
          {strings.topStories}
        </AppLink>
      )}
      <AppLink
        to={isToNewest ? orderedFrontPath('newest', standard) : path.replace(/archive\/\d+\/$/, '') + search}
        className="sort-link"
        {...interfaceAttributes}
        data-oldest={order === 'oldest' || undefined}
        data-other={order === 'top' || undefined}
        aria-label={order === 'top' ? undefined : `${name} ${strings.reverseOrder}`}
      >
        {name}
      </AppLink>
    </>
  );
}
