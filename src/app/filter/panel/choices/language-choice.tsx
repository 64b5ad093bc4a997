import { useSite } from '../../../data/site-context.ts';
import { languageName } from '../../../i18n/language-name.ts';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { changeFilter, type Filter, without } from '../../address/filter.ts';
import { updateFilter } from '../../address/update-filter.ts';
import { filterStrings } from '../../filter-strings.ts';

const words = filterStrings.panel;

const ALL = 'all';

/** The language of the stories. Only in a paper with stories in several languages. */
export function LanguageChoice({ filter }: { filter: Filter }) {
  const { languages } = useSite();
  if (!languages) return null;
  return (
    <SegmentedControl
      legend={words.language}
      name="language"
      options={[ALL, ...languages]}
      labels={{ [ALL]: words.allLanguages, ...Object.fromEntries(languages.map((code) => [code, languageName(code)])) }}
      chosen={filter.language ?? ALL}
      onChoose={(language) =>
        updateFilter(language === ALL ? without(filter, 'language') : changeFilter(filter, { language }))
      }
    />
  );
}
