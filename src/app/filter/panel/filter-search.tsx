import { PathIcon } from '../../ui/icon.tsx';
import { filterStrings } from '../filter-strings.ts';
import '../../ui/field.css';

interface FilterSearchProps {
  query: string;
  onChange: (query: string) => void;
}

/** The search field for topics and providers. */
export function FilterSearch({ query, onChange }: FilterSearchProps) {
  return (
    <label className="field">
      <PathIcon path="M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4zM12.8 12.8 17 17" />
      <span className="sr-only">{filterStrings.panel.find}</span>
      <input
        type="search"
        value={query}
        placeholder={filterStrings.panel.findShort}
        autoComplete="off"
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}
