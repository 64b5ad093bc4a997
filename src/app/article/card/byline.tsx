import type { ReactNode } from 'react';
import type { Author } from '../../../model/article.ts';
import type { Provider } from '../../../model/provider.ts';
import { strings } from '../../i18n/strings.ts';
import { ProviderName } from './provider-name.tsx';

interface BylineProps {
  provider: Provider | undefined;
  authors?: Author[] | undefined;
  /** The date. */
  children: ReactNode;
}

/** The provider, or without one the authors, and the date of a story. */
export function Byline({ provider, authors, children }: BylineProps) {
  return (
    <p className="byline">
      {provider ? <ProviderName provider={provider} /> : authors && <AuthorNames authors={authors} />}
      {children}
    </p>
  );
}

const AuthorNames = ({ authors }: { authors: Author[] }) => (
  <>
    <span className="provider">{authors.map(({ name }) => name).join(strings.listSeparator)}</span>{' '}
  </>
);
