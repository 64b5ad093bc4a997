import type { Provider } from '../../../model/provider.ts';

/** Gives one provider for all that are alike. */
export function createProviderInterner(): (provider: Provider) => Provider {
  const known = new Map<string, Provider>();
  return (provider) => {
    const { name, domain = '', logo } = provider;
    const key = [name, domain, logo?.url, logo?.width, logo?.height, logo?.caption].join('\n');
    const shared = known.get(key) ?? provider;
    known.set(key, shared);
    return shared;
  };
}
