import type { ProviderEntry } from '../../../../model/provider.ts';
import { changeFilter, type Filter, without } from '../../address/filter.ts';
import { updateFilter } from '../../address/update-filter.ts';
import { RowCount } from './row-count.tsx';
import { usePrefetchOnHover } from './use-prefetch-on-hover.ts';

/** A provider with a checkbox. If it is checked, only its stories are shown. */
export function ProviderRow({ provider, filter }: { provider: ProviderEntry; filter: Filter }) {
  const { domain, name, count } = provider;
  const isChosen = filter.provider === domain;
  const toggled = isChosen ? without(filter, 'provider') : changeFilter(filter, { provider: domain });
  const prefetchHandlers = usePrefetchOnHover(toggled);
  return (
    <label className="filter-row" {...prefetchHandlers}>
      <input type="checkbox" checked={isChosen} onChange={() => updateFilter(toggled)} />
      <bdi>{name}</bdi>
      <RowCount count={count} />
    </label>
  );
}
