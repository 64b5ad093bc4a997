import { describe, expect, test } from 'vitest';
import type { Site } from '../../../src/model/site.ts';
import { siteImage } from '../../../src/pipeline/settings/public-url.ts';

const withoutAddress: Site = { title: 'A', language: 'en', timeZone: 'UTC', basePath: '/news/' };
const SITE: Site = { ...withoutAddress, address: 'https://paper.example/news/' };
const ICON = { url: 'icon-512.png', width: 512, height: 512 };
const LOGO = { url: 'assets/content/logo.png' };

describe('the image of a site in link previews', () => {
  test.each<[string, Partial<Site>, object | undefined]>([
    ['the large icon of all sizes', {}, ICON],
    ['a PNG that is the only icon', { onlyIcon: 'icon-512.png' }, ICON],
    ['none, if the only icon is an SVG', { onlyIcon: 'icon.svg' }, undefined],
    ['the logo', { logo: LOGO.url, onlyIcon: 'icon.svg' }, LOGO],
    ['the icon, if the logo is an SVG', { logo: 'assets/content/logo.svg' }, ICON],
    ['none, if both are SVGs', { logo: 'assets/content/logo.svg', onlyIcon: 'icon.svg' }, undefined],
  ])('is %s', (_, values, image) => {
    expect(siteImage({ ...SITE, ...values })).toEqual(image);
  });

  test('is none without a full address', () => {
    expect(siteImage(withoutAddress)).toBeUndefined();
  });
});
