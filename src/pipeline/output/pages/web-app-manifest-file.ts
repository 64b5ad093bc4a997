import { MANIFEST_FILE } from '../../../model/addresses/site-files.ts';
import type { Site } from '../../../model/site.ts';
import { textDirection } from '../../../model/text/text-direction.ts';
import { iconNames } from '../../settings/look/icon-names.ts';
import { publicPath } from '../../settings/public-url.ts';
import type { Settings } from '../../settings/settings.ts';
import { escapeAttribute } from '../files/escape-attribute.ts';
import { jsonFile, type OutputFile } from '../files/output-file.ts';

/** The background colour of the light theme. A manifest has one colour; `index.html` has one for each theme. */
const BACKGROUND = '#fcfcfa';

/** The web app manifest, for installing the site. URLs are relative to the file. https://www.w3.org/TR/appmanifest/ */
export const webAppManifestFile = ({ site: { title, description, language }, icon }: Settings): OutputFile =>
  jsonFile(MANIFEST_FILE, {
    id: './',
    name: title,
    description,
    lang: language,
    dir: textDirection(language),
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: BACKGROUND,
    theme_color: BACKGROUND,
    categories: ['news'],
    icons: iconNames(icon).map(({ path, ...name }) => ({ src: path, ...name })),
  });

export const webAppManifestLink = (site: Site): string =>
  `<link rel="manifest" href="${escapeAttribute(publicPath(site, MANIFEST_FILE))}">`;
