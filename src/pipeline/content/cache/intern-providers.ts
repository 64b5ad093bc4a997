import type { Provider } from '../../../model/provider.ts';

/** Returns a function that returns the same object for equal providers: thousands of stories share a few providers. */
export function createProviderInterner(): (provider: Provider) => Provider {
  const interned = new Map<string, Provider>();
  return (provider) => {
    const { name, domain = '', logo } = provider;
    const logoKey = logo ? [logo.url, logo.width, logo.height, logo.caption].join('\n') : '';
    const key = `${name}\n${domain}\n${logoKey}`;
    const shared = interned.get(key) ?? provider;
    interned.set(key, shared);
    return shared;
  };
}
