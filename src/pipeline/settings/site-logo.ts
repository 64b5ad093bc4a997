import type { Site } from '../../model/site.ts';
import { aboutLarge, aboutUnusable, type LocalImageResult, type LocalImages } from '../content/images/local-images.ts';
import type { LateFinding } from '../content/locate-deferred.ts';
import type { Settings } from './settings.ts';

interface SiteLogo {
  site: Site;
  images: LocalImageResult[];
  findings: LateFinding[];
}

/** A site with its logo as a file of the edition, where the settings name a picture of the content folder. */
export function findSiteLogo({ site, remoteImages, file = 'site.yaml' }: Settings, localImages: LocalImages): SiteLogo {
  const { logo, ...rest } = site;
  if (logo === undefined) return { site, images: [], findings: [] };
  if (logo.startsWith('https:')) return { site: remoteImages ? site : rest, images: [], findings: [] };
  const result = localImages.find(file, logo);
  const about = 'image' in result ? aboutLarge(result.image) : aboutUnusable(logo, result);
  return {
    site: { ...rest, ...('image' in result ? { logo: result.image.output } : {}) },
    images: [result],
    findings: about ? [{ file, names: ['logo'], ...about }] : [],
  };
}
