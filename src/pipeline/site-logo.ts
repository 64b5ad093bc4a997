import type { Site } from '../model/site.ts';
import type { LocalImageResult, LocalImages } from './local-images.ts';
import type { LateFinding } from './locate-in-file.ts';
import { quote } from './quote.ts';
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
  if ('image' in result) return { site: { ...rest, logo: result.image.output }, images: [result], findings: [] };
  const message = `The picture ${quote(logo)} is not used: ${result.reason}.`;
  const finding: LateFinding = { file, names: ['logo'], severity: 'warning', code: 'bad-local-image', message };
  return { site: rest, images: [result], findings: [finding] };
}
