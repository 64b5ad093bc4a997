import { useState } from 'react';
import { providerPath } from '../../../model/addresses/permalinks.ts';
import type { Provider } from '../../../model/provider.ts';
import { imageUrl } from '../../data/image-url.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { hasImageFailed } from './story-image.tsx';

/** The logo of a provider, or its first letter, and its name, which links to its page if it has one. */
export function ProviderName({ provider }: { provider: Provider }) {
  return (
    <>
      <ProviderLogo provider={provider} />{' '}
      {provider.domain ? (
        <AppLink to={providerPath(provider.domain)} className="provider">
          {provider.name}
        </AppLink>
      ) : (
        <span className="provider">{provider.name}</span>
      )}{' '}
    </>
  );
}

function ProviderLogo({ provider: { name, logo } }: { provider: Provider }) {
  const [hasFailed, setHasFailed] = useState(false);
  if (logo && !hasFailed) {
    return (
      <img
        className="logo"
        src={imageUrl(logo)}
        alt=""
        loading="lazy"
        ref={(element) => {
          if (element && hasImageFailed(element)) setHasFailed(true);
        }}
        onError={() => setHasFailed(true)}
      />
    );
  }
  const [letter = ''] = name;
  return (
    <span className="logo" aria-hidden="true">
      {letter.toUpperCase()}
    </span>
  );
}
