import { useQueryClient } from '@tanstack/react-query';
import type { ProviderEntry } from '../../model/provider.ts';
import { choose } from './choose.ts';
import { changeFilter, type Filter, without } from './filter.ts';
import { prepareFeed } from './filter-queries.ts';
import { RowCount } from './row-count.tsx';

/** A provider: chosen, only its stories are shown. */
export function ProviderRow({ provider, filter }: { provider: ProviderEntry; filter: Filter }) {
  const { domain, name, count } = provider;
  const client = useQueryClient();
  const isChosen = filter.provider === domain;
  const prepare = (): void => prepareFeed(client, { kind: 'provider', domain });
  return (
    <label className="filter-row" onPointerEnter={prepare}>
      <input
        type="checkbox"
        checked={isChosen}
        onChange={() => choose(isChosen ? without(filter, 'provider') : changeFilter(filter, { provider: domain }))}
      />
      <bdi>{name}</bdi>
      <RowCount count={count} />
    </label>
  );
}
