import path from 'node:path';
import { expect, test } from 'vitest';
import type { Rasterizer } from '../../../src/pipeline/settings/look/rasterizer.ts';
import type { SiteIcon } from '../../../src/pipeline/settings/look/site-icon.ts';
import { iconFiles } from '../../../src/pipeline/vite/icon-files.ts';
import { writeContent } from '../../support/temp-content.ts';
import { themeColors } from '../../support/theme-tokens.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>';
const iconOf = (body: string, isScaled: boolean): SiteIcon => ({
  source: path.join(writeContent({ 'i.svg': body }), 'i.svg'),
  type: 'svg',
  isScaled,
});

/** The colour of the paper in the light theme, in decimal numbers. */
const PAPER = [...Buffer.from(themeColors('light', 'paper').join().slice(1), 'hex')].join();

/** Gives the size and the background of a picture in place of its bytes. The first pixel is that of `corner`. */
const rasterizerOf = (corner: number[]): Rasterizer => {
  const picture = (size = 24, background = ''): ReturnType<Rasterizer> => ({
    metadata: () => Promise.resolve({ width: size, height: size }),
    resize: ({ width }) => picture(width, background),
    extend: ({ left, right }) => picture(size + left + right, background),
    flatten: ({ background: { r, g, b } }) => picture(size, ` on ${r},${g},${b}`),
    ensureAlpha: () => picture(size, background),
    raw: () => ({ ...picture(), toBuffer: () => Promise.resolve(Buffer.from(corner)) }),
    png: () => picture(size, background),
    toBuffer: () => Promise.resolve(Buffer.from(`${size}${background}`)),
  });
  return () => picture();
};

const textsOf = async (icon: SiteIcon, rasterizer: Rasterizer): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await iconFiles(icon, rasterizer)).map(({ path: name, body }) => [name, body.toString('latin1')]),
  );

test('an icon that is not scaled is copied', async () => {
  expect((await iconFiles(iconOf(SVG, false))).map(({ path: name, body }) => [name, body.toString()])).toEqual([
    ['icon.svg', SVG],
  ]);
});

test.each([
  ['transparent corners are on the colour of the paper', [0, 0, 0, 0], PAPER],
  ['a background goes on to the edge', [170, 0, 17, 255], '170,0,17'],
])('all sizes are made of it, and %s', async (_, corner, background) => {
  const { 'favicon.ico': favicon = '', ...files } = await textsOf(iconOf(SVG, true), rasterizerOf(corner));
  expect(files).toEqual({
    'icon.svg': SVG,
    'icon-192.png': '192',
    'icon-512.png': '512',
    'icon-maskable-512.png': `512 on ${background}`,
  });
  // The header names one picture of 32 px, of two bytes, after 22 bytes.
  const header = Buffer.from('000001000100' + '2020000001002000' + '02000000' + '16000000', 'hex');
  expect(Buffer.from(favicon, 'latin1')).toEqual(Buffer.concat([header, Buffer.from('32')]));
});

test('a picture that cannot be drawn is an error that names it', async () => {
  const broken: Rasterizer = () => {
    throw new Error('Input buffer has corrupt header\n  at native code');
  };
  const failing = iconFiles(iconOf(SVG, true), broken);
  await expect(failing).rejects.toThrow(/^The icon .*i\.svg cannot be scaled: Input buffer has corrupt header$/);
});
