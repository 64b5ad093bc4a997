import { AppLink } from '../../../navigation/app-link.tsx';
import { PathIcon } from '../../../ui/icon.tsx';
import { filterStrings } from '../../filter-strings.ts';

interface RowLinkProps {
  to: string;
  /** The name of the topic or provider. */
  name: string;
  /** Closes the panel. */
  onFollow: () => void;
}

/** The link at the end of a row: to the page of its topic or provider. */
export function RowLink({ to, name, onFollow }: RowLinkProps) {
  const label = filterStrings.panel.goTo({ name });
  return (
    <AppLink to={to} onClick={onFollow} aria-label={label} title={label}>
      <PathIcon path="M4 10h12M11 5l5 5-5 5" />
    </AppLink>
  );
}
