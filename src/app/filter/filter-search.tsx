import { Icon } from '../layout/icon.tsx';
import { filterStrings } from './filter-strings.ts';

interface FilterSearchProps {
  query: string;
  onChange: (query: string) => void;
}

/** Finds a topic or a provider by a part of its name. */
export function FilterSearch({ query, onChange }: FilterSearchProps) {
  return (
    <label className="field">
      <Icon name="search" />
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
