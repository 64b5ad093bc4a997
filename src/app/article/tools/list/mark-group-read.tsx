import { interfaceAttributes } from '../../../i18n/locale.ts';
import { markAllRead } from '../../../reader/actions/reader-actions.ts';
import { useReader } from '../../../reader/state/use-reader.ts';
import { toolsStrings as words } from '../text/tools-strings.ts';

interface MarkGroupReadProps {
  /** The heading of the group. */
  heading: string;
  slugs: string[];
}

/** A button that marks all stories of a group as read, as long as one is not. */
export function MarkGroupRead({ heading, slugs }: MarkGroupReadProps) {
  const read = useReader('read');
  if (slugs.every((slug) => read.has(slug))) return null;
  return (
    <div className="mark-group" lang={interfaceAttributes.lang}>
      <button
        type="button"
        className="card-tool read-tool"
        title={words.markGroupRead({ heading })}
        aria-label={words.markGroupRead({ heading })}
        onClick={() => markAllRead(slugs)}
      />
    </div>
  );
}
