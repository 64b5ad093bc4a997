import { formatCount } from '../../../i18n/format-number.ts';
import { strings } from '../../../i18n/strings.ts';

/** The number of stories of a topic or provider. */
export function RowCount({ count }: { count: number | undefined }) {
  if (count === undefined) return <span className="row-count" />;
  return (
    <span className="row-count">
      <span aria-hidden="true">{formatCount(count)}</span>
      <span className="sr-only">{strings.stories({ count })}</span>
    </span>
  );
}
