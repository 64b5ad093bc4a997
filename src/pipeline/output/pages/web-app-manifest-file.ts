import type { Site } from '../../../model/site.ts';
import { textDirection } from '../../../model/text/text-direction.ts';
import { publicPath } from '../../settings/public-url.ts';
import { escapeAttribute } from '../files/escape-attribute.ts';
import { jsonFile, type OutputFile } from '../files/output-file.ts';

const FILE = 'manifest.webmanifest';

/** The background colour of the light theme. A manifest has one colour; `index.html` has one for each theme. */
const BACKGROUND = '#fcfcfa';

/** The web app manifest, for installing the site. URLs are relative to the file. https://www.w3.org/TR/appmanifest/ */
export const webAppManifestFile = ({ title, description, language }: Site): OutputFile =>
  jsonFile(FILE, {
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
    icons: [
      { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  });

export const webAppManifestLink = (site: Site): string =>
  `<link rel="manifest" href="${escapeAttribute(publicPath(site, FILE))}">`;
