import type { ReactNode } from 'react';
import type { Provider } from '../../../model/provider.ts';
import { ProviderName } from './provider-name.tsx';

interface BylineProps {
  provider: Provider | undefined;
  /** The date. */
  children: ReactNode;
}

/** The provider and the date of a story. */
export function Byline({ provider, children }: BylineProps) {
  return (
    <p className="byline">
      {provider && <ProviderName provider={provider} />}
      {children}
    </p>
  );
}
