import type { Image } from './image.ts';

/** A news organisation. */
export interface Provider {
  name: string;
  /** A host name in lower-case ASCII. A provider without a domain has no page. */
  domain?: string;
  logo?: Image;
}

/** A provider in `data/providers.json`. */
export interface ProviderEntry extends Provider {
  domain: string;
  /** The number of articles in its collection. */
  count: number;
}
