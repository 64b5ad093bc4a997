import type { Image } from '../../model/image.ts';
import type { Site } from '../../model/site.ts';
import {
  type LocalImageResult,
  type LocalImages,
  largeImageWarning,
  toImage,
  unusableImageWarning,
} from '../content/images/local-images.ts';
import type { LocalImage } from '../content/images/read-local-file.ts';
import type { DeferredDiagnostic } from '../content/locate-deferred.ts';
import { quote } from '../diagnostics/quote.ts';
import { defined } from '../util/defined.ts';
import type { Settings } from './settings.ts';

interface SiteImages {
  site: Site;
  images: LocalImageResult[];
  diagnostics: DeferredDiagnostic[];
}

/** Resolves the logo and the nameplate in the settings: a local image becomes a file of the edition. */
export function findSiteImages(settings: Settings, localImages: LocalImages): SiteImages {
  const { site, remoteImages, nameplate, file = 'site.yaml' } = settings;
  const { logo, ...rest } = site;
  const images: LocalImageResult[] = [];
  const diagnostics: DeferredDiagnostic[] = [];
  const find = (name: string, url: string): LocalImage | undefined => {
    const result = localImages.find(file, url);
    images.push(result);
    const warning = 'image' in result ? largeImageWarning(result.image) : unusableImageWarning(url, result);
    if (warning) diagnostics.push({ file, names: [name], ...warning });
    return 'image' in result ? result.image : undefined;
  };
  const logoUrl = logo?.startsWith('https:') ? (remoteImages ? logo : undefined) : logo && find('logo', logo)?.output;
  /** An image without a size would move the page when it loads. */
  const findSized = (url: string | undefined): Image | undefined => {
    const image = url === undefined ? undefined : find('nameplate', url);
    if (url === undefined || !image || (image.width && image.height)) return image && toImage(image);
    const message = `Expected an image with a size, found ${quote(url)} without one; the title is shown instead.`;
    const hint = 'Give the `svg` element a `viewBox`.';
    diagnostics.push({ file, names: ['nameplate'], severity: 'warning', code: 'no-size', message, hint });
    return undefined;
  };
  const light = findSized(nameplate?.light);
  const dark = findSized(nameplate?.dark);
  return {
    site: {
      ...rest,
      ...defined('logo', logoUrl),
      ...(light && { nameplate: { light, ...defined('dark', dark) } }),
    },
    images,
    diagnostics,
  };
}
