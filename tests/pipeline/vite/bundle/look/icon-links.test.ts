import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { SiteIcon } from '../../../../../src/pipeline/settings/look/site-icon.ts';
import { applyDefaults } from '../../../../../src/pipeline/settings/settings.ts';
import { withIconLinks } from '../../../../../src/pipeline/vite/bundle/look/icon-links.ts';

const HTML = readFileSync('index.html', 'utf8');
const DEFAULTS = applyDefaults({}, { mode: 'build', hasApi: false });
const LINK = /<link rel="(?:icon|apple-touch-icon)"[^>]*>/g;

const withoutLinks = (html: string): string => html.replace(LINK, '').replace(/\s+/g, '');

const svg = { source: '/paper/i.svg', type: 'svg' } as const;
const png = { source: '/paper/i.png', type: 'png', size: 900 } as const;
const VECTOR = '<link rel="icon" href="/icon.svg" type="image/svg+xml">';
const touch = (name: string): string => `<link rel="apple-touch-icon" href="/${name}">`;

test.each<[string, SiteIcon | undefined, string[]]>([
  ['none', undefined, [VECTOR, touch('icon-512.png')]],
  ['an SVG', { ...svg, isScaled: false }, [VECTOR]],
  ['an SVG in all sizes', { ...svg, isScaled: true }, [VECTOR, touch('icon-maskable-512.png')]],
  [
    'a PNG',
    { ...png, isScaled: false },
    ['<link rel="icon" href="/icon-512.png" type="image/png">', touch('icon-512.png')],
  ],
  [
    'a PNG in all sizes',
    { ...png, isScaled: true },
    ['<link rel="icon" href="/icon-192.png" type="image/png">', touch('icon-maskable-512.png')],
  ],
])('the links to the icon, if that of the publisher is %s', (_, icon, links) => {
  const html = withIconLinks(HTML, { ...DEFAULTS, ...(icon && { icon }) });
  expect(html.match(LINK)).toEqual(links);
  expect(withoutLinks(html)).toBe(withoutLinks(HTML));
});
