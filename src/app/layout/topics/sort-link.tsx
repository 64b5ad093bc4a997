import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { usePath, useSearch } from '../../navigation/use-route.ts';

/** Shows the order of the list. A click reverses it. */
export function SortLink() {
  const path = usePath();
  const query = new URLSearchParams(useSearch());
  const isOldestFirst = query.get('sort') === 'oldest';
  if (isOldestFirst) query.delete('sort');
  else query.set('sort', 'oldest');
  query.delete('page');
  const search = query.size > 0 ? `?${String(query).replaceAll('%2C', ',')}` : '';
  const order = isOldestFirst ? strings.oldestFirst : strings.newestFirst;
  return (
    <AppLink
      to={path.replace(/archive\/\d+\/$/, '') + search}
      className="sort-link"
      data-oldest={isOldestFirst || undefined}
      aria-label={`${order} ${strings.reverseOrder}`}
    >
      {order}
    </AppLink>
  );
}
