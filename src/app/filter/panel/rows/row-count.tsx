import { useSite } from '../../../data/site-context.ts';
import { formatCount } from '../../../i18n/format-date.ts';
import { strings } from '../../../i18n/strings.ts';

/** The number of stories of a topic or provider. */
export function RowCount({ count }: { count: number | undefined }) {
  const { site } = useSite();
  if (count === undefined) return <span className="row-count" />;
  const shown = formatCount(count, site.language);
  return (
    <span className="row-count">
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{strings.stories(count, shown)}</span>
    </span>
  );
}
