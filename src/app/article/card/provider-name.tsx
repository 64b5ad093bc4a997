import { providerPath } from '../../../model/permalinks.ts';
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
        <AppLink to={providerPath(provider.domain)} className="provider" dir="auto">
          {provider.name}
        </AppLink>
      ) : (
        <span className="provider" dir="auto">
          {provider.name}
        </span>
      )}
    </>
  );
}

function ProviderLogo({ provider: { name, logo } }: { provider: Provider }) {
  const [letter = ''] = name;
  return (
    <span className="logo" aria-hidden="true">
      {letter.toUpperCase()}
      {logo && (
        <img
          src={imageUrl(logo)}
          alt=""
          width={18}
          height={18}
          loading="lazy"
          decoding="async"
          ref={(element) => {
            if (element && hasImageFailed(element)) element.remove();
          }}
          onError={({ currentTarget }) => currentTarget.remove()}
        />
      )}
    </span>
  );
}
