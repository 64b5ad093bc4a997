import { useQuery } from '@tanstack/react-query';
import { PAGE_SIZE } from '../../../../model/edition.ts';
import { formatCount } from '../../../i18n/format-number.ts';
import { useReader } from '../../../reader/state/use-reader.ts';
import { changeFilter, type Filter, without } from '../../address/filter.ts';
import { updateFilter } from '../../address/update-filter.ts';
import { filterStrings } from '../../filter-strings.ts';
import { matchesQuery, storiesQuery } from '../../matching/filter-queries.ts';

const words = filterStrings.panel;

/** Leaves out the stories that the reader has read. The count is that of the first page of the list. */
export function UnreadChoice({ filter }: { filter: Filter }) {
  const read = useReader('read');
  const all = without(filter, 'unread');
  // The results of a search may be in as many files: too many for a count.
  const enabled = filter.query === undefined;
  const { data: matches } = useQuery({ ...matchesQuery(all), enabled });
  const { data: stories } = useQuery({ ...storiesQuery(all, 0, PAGE_SIZE), enabled });
  const unread = stories?.articles.filter(({ slug }) => !read.has(slug)).length ?? 0;
  const isMore = (matches?.positions.length ?? 0) > PAGE_SIZE;
  return (
    <div className="filter-row unread-choice">
      <label>
        <input
          type="checkbox"
          checked={filter.unread ?? false}
          onChange={() => updateFilter(filter.unread ? all : changeFilter(filter, { unread: true }))}
        />
        <span>{words.unread}</span>
        <span className="row-count">{stories && matches && formatCount(unread) + (isMore ? '+' : '')}</span>
      </label>
    </div>
  );
}
