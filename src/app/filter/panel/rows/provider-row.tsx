import { providerPath } from '../../../../model/addresses/permalinks.ts';
import type { ProviderEntry } from '../../../../model/provider.ts';
import { contentAttributes } from '../../../i18n/locale.ts';
import { changeFilter, type Filter, without } from '../../address/filter.ts';
import { updateFilter } from '../../address/update-filter.ts';
import { RowCount } from './row-count.tsx';
import { RowLink } from './row-link.tsx';
import { usePrefetchOnHover } from './use-prefetch-on-hover.ts';

interface ProviderRowProps {
  provider: ProviderEntry;
  filter: Filter;
  onFollow: () => void;
}

/** A provider: the row shows only its stories, the link leads to its page. */
export function ProviderRow({ provider, filter, onFollow }: ProviderRowProps) {
  const { domain, name, count } = provider;
  const isChosen = filter.provider === domain;
  const toggled = isChosen ? without(filter, 'provider') : changeFilter(filter, { provider: domain });
  const prefetchHandlers = usePrefetchOnHover(toggled);
  return (
    <div className="filter-row">
      <label {...prefetchHandlers}>
        <input type="checkbox" checked={isChosen} onChange={() => updateFilter(toggled)} />
        <bdi {...contentAttributes}>{name}</bdi>
        <RowCount count={filter.query === undefined ? count : undefined} />
      </label>
      <div className="filter-row-tools">
        <RowLink to={providerPath(domain)} name={name} onFollow={onFollow} />
      </div>
    </div>
  );
}
