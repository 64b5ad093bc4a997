import { describe, expect, test } from 'vitest';
import { syndicationFiles } from '../../../../src/pipeline/output/syndication/index.ts';
import { iconNames, onlyIcon } from '../../../../src/pipeline/settings/look/icon-names.ts';
import { readSiteIcon } from '../../../../src/pipeline/settings/look/site-icon.ts';
import { readSettings } from '../../../../src/pipeline/settings/read-settings.ts';
import { articleFile, editionOf } from '../../../support/content-folder.ts';
import { gif, png } from '../../../support/image-files.ts';
import { writeContent } from '../../../support/temp-content.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0h24v24z"/></svg>';
const MEGABYTE = 1_000_000;

const read = (file: string, body: string | Uint8Array, canScale = true) =>
  readSiteIcon({ root: writeContent({ [file]: body }), file, mode: 'build', canScale });

describe('the icon of the publisher', () => {
  test.each([
    ['icon.svg', SVG, { type: 'svg' }],
    ['look/Ikon ä.PNG', png(512, 512), { type: 'png', size: 512 }],
    ['icon.png', png(1024, 1024), { type: 'png', size: 1024 }],
  ])('can be %s', (file, body, icon) => {
    expect(read(file, body)).toMatchObject({ icon: { ...icon, isScaled: true }, diagnostics: [] });
  });

  const animated = Buffer.concat([png(512, 512), Buffer.from('\0\0\0\x08acTL'), Buffer.alloc(12), Buffer.from('IDAT')]);
  test.each<[string, string, string | Uint8Array, string]>([
    ['too small', 'i.png', png(511, 511), 'a square of at least 512 px, found 511 × 511 px'],
    ['no square', 'i.png', png(1024, 512), 'found 1024 × 512 px'],
    ['animated', 'i.png', animated, 'found an animation'],
    ['animated as SVG', 'i.svg', SVG.replace('<path', '<animate attributeName="x"/><path'), '`<animate`'],
    ['an SVG with a script', 'i.svg', SVG.replace('<path', '<script>alert(1)</script><path'), '`<script`'],
    ['an SVG with an escaped script', 'i.svg', SVG.replace('<path', '<a href="java&#115;cript:a()"/><path'), '`href='],
    ['an SVG with a file', 'i.svg', SVG.replace('<path', '<image xlink:href="https://a.example/i"/><path'), '`href='],
    ['an SVG with a frame', 'i.svg', SVG.replace('<path', '<h:iframe src="/"/><path'), '`<h:iframe`'],
    ['an SVG with a style sheet', 'i.svg', `<?xml-stylesheet href="a.xsl"?>${SVG}`, '`<?xml-stylesheet`'],
    ['an SVG with a handler', 'i.svg', SVG.replace('<path', '<path onload="alert(1)"'), '`onload=`'],
    ['HTML', 'i.svg', '<!doctype html><title>Not found</title>', 'not an image'],
    ['text', 'i.png', 'Not found', 'not an image'],
    ['a GIF', 'i.gif', gif(512, 512), 'expected an SVG or a PNG'],
    ['a GIF with another name', 'i.png', gif(512, 512), 'expected an SVG or a PNG'],
    ['large', 'i.svg', SVG + ' '.repeat(1.5 * MEGABYTE), 'expected at most 1.0 MB, found 1.5 MB'],
    ['very large', 'i.png', Buffer.concat([png(512, 512), Buffer.alloc(40 * MEGABYTE)]), 'larger than 20 MB'],
  ])('cannot be %s', (_, file, body, expected) => {
    const { icon, diagnostics } = read(file, body);
    expect(icon).toBeUndefined();
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'bad-icon', path: ['icon'] }]);
    expect(diagnostics[0]?.message).toContain(expected);
  });

  test('cannot be missing or outside of the folder', () => {
    const root = writeContent({ 'a.md': '' });
    for (const file of ['none.svg', '../icon.svg'])
      expect(readSiteIcon({ root, file, mode: 'build' })).toMatchObject({ diagnostics: [{ code: 'bad-icon' }] });
  });

  test('is the only file without a program that scales it, with a warning; the dev server never scales it', () => {
    expect(read('icon.svg', SVG, false)).toMatchObject({
      icon: { isScaled: false },
      diagnostics: [{ severity: 'warning', code: 'icon-not-scaled', path: ['icon'] }],
    });
    const root = writeContent({ 'icon.svg': SVG });
    const dev = readSiteIcon({ root, file: 'icon.svg', mode: 'dev', canScale: true });
    expect(dev).toMatchObject({ icon: { isScaled: false }, diagnostics: [] });
  });
});

test.each([
  [undefined, 'icon.svg icon-192.png icon-512.png icon-maskable-512.png', undefined],
  [{ source: '', type: 'svg', isScaled: true }, 'icon.svg icon-192.png icon-512.png icon-maskable-512.png', undefined],
  [
    { source: '', type: 'png', size: 900, isScaled: true },
    'icon-192.png icon-512.png icon-maskable-512.png',
    undefined,
  ],
  [{ source: '', type: 'svg', isScaled: false }, 'icon.svg', 'icon.svg'],
  [{ source: '', type: 'png', size: 900, isScaled: false }, 'icon-512.png', 'icon-512.png'],
] as const)('the files of %o', (icon, names, only) => {
  expect(iconNames(icon).map(({ path }) => path)).toEqual(names.split(' '));
  expect(onlyIcon(icon)).toBe(only);
});

test.each([
  [undefined, 'icon-512.png'],
  ['icon.svg', 'icon.svg'],
  ['icon-512.png', 'icon-512.png'],
])('where the only file is %s, the icon of feeds is %s', (file, name) => {
  const { built } = editionOf({ 'a.md': articleFile(), 'site.yaml': 'address: https://paper.example/news/\n' });
  const { settings } = built;
  const site = { ...settings.site, ...(file !== undefined && { onlyIcon: file }) };
  const files = [...syndicationFiles({ ...built, settings: { ...settings, site } })];
  const atom = files.find(({ path }) => path === 'atom.xml');
  expect(atom?.body).toContain(`<icon>https://paper.example/news/${name}</icon>`);
});

test('the settings name the only file', () => {
  const { settings } = readSettings({
    root: writeContent({ 'icon.svg': SVG, 'site.yaml': 'icon: icon.svg\n' }),
    env: {},
    // No other sizes are made in it.
    mode: 'dev',
  });
  expect(settings.site.onlyIcon).toBe('icon.svg');
});
