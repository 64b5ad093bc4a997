import { providerPath } from '../../../model/addresses/permalinks.ts';
import type { EventReport } from '../../../model/edition.ts';
import type { Provider } from '../../../model/provider.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { eventStrings as words } from './event-strings.ts';

/** The providers of the reports on an event, in the order of their first report. */
export function EventSources({ reports }: { reports: readonly EventReport[] }) {
  const sources = listSources(reports);
  if (sources.length === 0) return null;
  return (
    <ul className="event-sources" aria-label={words.providers}>
      {sources.map(({ provider, count, isFirst }) => (
        <li key={provider.domain ?? provider.name}>
          {provider.domain ? (
            <AppLink to={providerPath(provider.domain)}>{provider.name}</AppLink>
          ) : (
            <span>{provider.name}</span>
          )}
          {isFirst && <small {...interfaceAttributes}>{` ${words.wasFirst}`}</small>}
          {count > 1 && <small {...interfaceAttributes}>{` · ${words.reports({ count })}`}</small>}
        </li>
      ))}
    </ul>
  );
}

interface Source {
  provider: Provider;
  count: number;
  isFirst: boolean;
}

function listSources(reports: readonly EventReport[]): Source[] {
  const sources = new Map<string, Source>();
  for (const [index, { provider }] of reports.entries()) {
    if (!provider) continue;
    const key = provider.domain ?? provider.name;
    const source = sources.get(key);
    if (source) source.count += 1;
    else sources.set(key, { provider, count: 1, isFirst: index === 0 });
  }
  return [...sources.values()];
}
