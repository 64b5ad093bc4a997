import type { ReactNode } from 'react';
import type { Provider } from '../../../model/provider.ts';
import { ProviderName } from './provider-name.tsx';

interface BylineProps {
  provider: Provider | undefined;
  /** When the story was published. */
  children: ReactNode;
}

/** Who published a story, and when, in one line. */
export function Byline({ provider, children }: BylineProps) {
  return (
    <p className="byline">
      {provider && (
        <>
          <ProviderName provider={provider} /> <span aria-hidden="true">·</span>{' '}
        </>
      )}
      {children}
    </p>
  );
}
