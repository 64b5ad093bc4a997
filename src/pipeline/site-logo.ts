import type { Site } from '../model/site.ts';
import type { Issue } from './issue.ts';
import type { LocalImageResult, LocalImages } from './local-images.ts';
import { quote } from './quote.ts';
import type { Settings } from './settings.ts';

interface SiteLogo {
  site: Site;
  images: LocalImageResult[];
  issues: Issue[];
}

/** A site with its logo as a file of the edition, where the settings name a picture of the content folder. */
export function findSiteLogo({ site, remoteImages }: Settings, localImages: LocalImages): SiteLogo {
  const { logo, ...rest } = site;
  if (logo === undefined) return { site, images: [], issues: [] };
  if (logo.startsWith('https:')) return { site: remoteImages ? site : rest, images: [], issues: [] };
  const result = localImages.find('site.yaml', logo);
  if ('image' in result) return { site: { ...rest, logo: result.image.output }, images: [result], issues: [] };
  const message = `The picture ${quote(logo)} is not used: ${result.reason}.`;
  const issue: Issue = { file: 'site.yaml', severity: 'warning', field: 'logo', code: 'bad-local-image', message };
  return { site: rest, images: [result], issues: [issue] };
}
