import type { Site } from '../../model/site.ts';
import {
  type LocalImageResult,
  type LocalImages,
  largeImageWarning,
  unusableImageWarning,
} from '../content/images/local-images.ts';
import type { DeferredDiagnostic } from '../content/locate-deferred.ts';
import type { Settings } from './settings.ts';

interface SiteLogo {
  site: Site;
  images: LocalImageResult[];
  diagnostics: DeferredDiagnostic[];
}

/** Resolves the logo in the settings: a local image becomes a file of the edition. */
export function findSiteLogo({ site, remoteImages, file = 'site.yaml' }: Settings, localImages: LocalImages): SiteLogo {
  const { logo, ...rest } = site;
  if (logo === undefined) return { site, images: [], diagnostics: [] };
  if (logo.startsWith('https:')) return { site: remoteImages ? site : rest, images: [], diagnostics: [] };
  const result = localImages.find(file, logo);
  const warning = 'image' in result ? largeImageWarning(result.image) : unusableImageWarning(logo, result);
  return {
    site: { ...rest, ...('image' in result ? { logo: result.image.output } : {}) },
    images: [result],
    diagnostics: warning ? [{ file, names: ['logo'], ...warning }] : [],
  };
}
