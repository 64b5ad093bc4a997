import type { Image } from './image.ts';

/** A news organisation. */
export interface Provider {
  name: string;
  /** A host in ASCII lower case. Without one the provider has no page. */
  domain?: string;
  logo?: Image;
}

/** A provider as `data/providers.json` lists it. */
export interface ProviderEntry extends Provider {
  domain: string;
  /** How many articles its feed holds. */
  count: number;
}
