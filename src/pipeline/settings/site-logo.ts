import type { Site } from '../../model/site.ts';
import { type LocalImageResult, type LocalImages, largeImage, unusableImage } from '../content/images/local-images.ts';
import type { DeferredDiagnostic } from '../content/locate-deferred.ts';
import type { Settings } from './settings.ts';

interface SiteLogo {
  site: Site;
  images: LocalImageResult[];
  diagnostics: DeferredDiagnostic[];
}

/** A site with its logo as a file of the edition, where the settings name a picture of the content folder. */
export function findSiteLogo({ site, remoteImages, file = 'site.yaml' }: Settings, localImages: LocalImages): SiteLogo {
  const { logo, ...rest } = site;
  if (logo === undefined) return { site, images: [], diagnostics: [] };
  if (logo.startsWith('https:')) return { site: remoteImages ? site : rest, images: [], diagnostics: [] };
  const result = localImages.find(file, logo);
  const about = 'image' in result ? largeImage(result.image) : unusableImage(logo, result);
  return {
    site: { ...rest, ...('image' in result ? { logo: result.image.output } : {}) },
    images: [result],
    diagnostics: about ? [{ file, names: ['logo'], ...about }] : [],
  };
}
