import type { InputHTMLAttributes, RefObject, SubmitEvent } from 'react';
import { searchPath } from '../../../model/addresses/permalinks.ts';
import { withBasePath } from '../../data/base-path.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { PathIcon } from '../../ui/icon.tsx';
import { navigateTo } from '../scroll/scroll-restoration.ts';
import { searchFormStrings as words } from './search-form-strings.ts';
import '../../ui/field.css';

interface SearchFormProps extends InputHTMLAttributes<HTMLInputElement> {
  /** Takes the text instead of navigating to the search page. */
  onSearch?: (text: string) => void;
  inputRef?: RefObject<HTMLInputElement | null>;
}

/** A field for searching stories. It is a plain form, so it works before its code has loaded. */
export function SearchForm({ onSearch = goToSearch, inputRef, ...input }: SearchFormProps) {
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('q');
    onSearch(typeof text === 'string' ? text.trim() : '');
  };
  return (
    <search {...interfaceAttributes}>
      <form action={withBasePath(searchPath)} className="search-form" onSubmit={submit}>
        <label className="field">
          <PathIcon path="M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4zM12.8 12.8 17 17" />
          <span className="sr-only">{words.label}</span>
          <input
            ref={inputRef}
            type="search"
            name="q"
            placeholder={words.label}
            dir="auto"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            maxLength={1_000}
            {...input}
          />
        </label>
        <button type="submit" className="button">
          {words.submit}
        </button>
      </form>
    </search>
  );
}

const goToSearch = (text: string): void =>
  navigateTo(withBasePath(text === '' ? searchPath : `${searchPath}?${new URLSearchParams({ q: text })}`));
