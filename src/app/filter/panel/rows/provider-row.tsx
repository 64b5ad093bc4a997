import type { ProviderEntry } from '../../../../model/provider.ts';
import { changeFilter, type Filter, without } from '../../address/filter.ts';
import { choose } from '../../address/update-filter.ts';
import { RowCount } from './row-count.tsx';
import { usePrepared } from './use-prefetch-on-hover.ts';

/** A provider: chosen, only its stories are shown. */
export function ProviderRow({ provider, filter }: { provider: ProviderEntry; filter: Filter }) {
  const { domain, name, count } = provider;
  const isChosen = filter.provider === domain;
  const toggled = isChosen ? without(filter, 'provider') : changeFilter(filter, { provider: domain });
  const prepared = usePrepared(toggled);
  return (
    <label className="filter-row" {...prepared}>
      <input type="checkbox" checked={isChosen} onChange={() => choose(toggled)} />
      <bdi>{name}</bdi>
      <RowCount count={count} />
    </label>
  );
}
