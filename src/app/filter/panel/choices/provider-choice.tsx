import { useQuery } from '@tanstack/react-query';
import { LoadState } from '../../../states/load-state.tsx';
import type { Filter } from '../../address/filter.ts';
import { filterStrings } from '../../filter-strings.ts';
import { providersQuery } from '../../matching/filter-data.ts';
import { ProviderRow } from '../rows/provider-row.tsx';

const words = filterStrings.panel;
const MAX_LISTED = 6;

interface ProviderChoiceProps {
  filter: Filter;
  onFollow: () => void;
}

/** The providers with most stories, and the chosen one. The search field finds the others. */
export function ProviderChoice({ filter, onFollow }: ProviderChoiceProps) {
  const { data: providers, error } = useQuery(providersQuery());
  if (!providers) return <LoadState title={words.failed.providers} error={error} />;
  const first = providers.slice(0, MAX_LISTED);
  const chosen = providers.filter((provider) => provider.domain === filter.provider && !first.includes(provider));
  const others = providers.length - first.length - chosen.length;
  if (providers.length < 2) return null;
  return (
    <fieldset className="provider-choice">
      <legend className="legend">{words.providers}</legend>
      <div>
        {[...chosen, ...first].map((provider) => (
          <ProviderRow key={provider.domain} provider={provider} filter={filter} onFollow={onFollow} />
        ))}
      </div>
      {others > 0 && <p className="more-providers">{words.moreProviders({ count: others })}</p>}
    </fieldset>
  );
}
