import { brotliCompressSync } from 'node:zlib';

/* Creates the smallest WOFF2 files that browsers accept. https://www.w3.org/TR/WOFF2/ */

interface FontOptions {
  weight?: number;
  isItalic?: boolean;
  /** The lightest and the heaviest weight of a variable font. */
  weights?: [number, number];
  /** The factor of all widths. */
  width?: number;
  /** The first of the 95 characters. The default is the first one of ASCII. */
  firstCharacter?: number;
  /** The length of the file. Without it, the file is as short as can be. */
  length?: number;
}

const UNITS = 1_000;
const ASCENT = 900;
const DESCENT = 250;
const CHARACTERS = 95;
const AXIS_NAME = 256;

/** A font in which all characters but the space are boxes, with widths like those of a serif typeface. */
export function woff2(options: FontOptions = {}): Buffer {
  const tables = fontTables(options);
  const directory = tables.map(([tag, data]) => [entryFlags(tag), ...base128(data.length)]);
  const compressed = brotliCompressSync(Buffer.concat(tables.map(([, data]) => data)));
  const start = concat(directory.flat());
  const used = align(HEADER_LENGTH + start.length + compressed.length);
  const length = options.length ?? used;
  // The rest is private data, which programs do not read.
  const rest = length - used;
  const size = 12 + tables.reduce((sum, [, data]) => sum + 16 + align(data.length), 0);
  const header = concat(
    'wOF2',
    u32(0x00010000),
    u32(length),
    u16(tables.length),
    u16(0),
    u32(size),
    u32(compressed.length),
    u32(0x00010000),
    ...Array.from({ length: 3 }, () => u32(0)),
    u32(rest > 0 ? used : 0),
    u32(rest),
  );
  return Buffer.concat([header, start, compressed], length);
}

const HEADER_LENGTH = 48;
const align = (length: number): number => Math.ceil(length / 4) * 4;

/** The tags that have a number, as far as they are used. https://www.w3.org/TR/WOFF2/#table_dir_format */
const KNOWN_TAGS = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post', '', '', 'glyf', 'loca'];
const FVAR = 47;

/** Glyphs are not transformed, which is version 3 for their tables. */
function entryFlags(tag: string): number {
  const index = tag === 'fvar' ? FVAR : KNOWN_TAGS.indexOf(tag);
  return tag === 'glyf' || tag === 'loca' ? index | 0xc0 : index;
}

/** https://www.w3.org/TR/WOFF2/#DataTypes */
function base128(value: number): number[] {
  const groups = [value & 0x7f];
  for (let left = value >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80);
  return groups;
}

/** The tables of the font, by tag. https://learn.microsoft.com/en-us/typography/opentype/spec/otff#font-tables */
function fontTables({ weight = 400, isItalic = false, weights, width = 1, firstCharacter = 0x20 }: FontOptions) {
  const widths = [500, ...Array.from({ length: CHARACTERS }, (_, index) => Math.round(widthOf(0x20 + index) * width))];
  const box = concat(i16(1), ...[50, 0, 250, 500].map(i16), u16(3), u16(0), [1, 1, 1, 1], ...BOX.map(i16));
  const glyph = Buffer.concat([box], align(box.length));
  // `.notdef` and the space are empty.
  const offsets = [0, 0, 0, ...Array.from({ length: CHARACTERS - 1 }, (_, index) => (index + 1) * glyph.length)];
  const lastCharacter = firstCharacter + CHARACTERS - 1;
  const segments = [lastCharacter, 0xffff, 0, firstCharacter, 0xffff, 1 - firstCharacter, 1, 0, 0];
  const tables: [tag: string, data: Buffer][] = [
    [
      'OS/2',
      concat(
        ...[4, 500, weight, 5, 0, 650, 700, 0, 140, 650, 700, 0, 480, 50, 300, 0].map(i16),
        Array.from({ length: 26 }, () => 0),
        'TEST',
        u16(isItalic ? 0x01 : 0x40),
        u16(firstCharacter),
        u16(lastCharacter),
        ...[ASCENT, -DESCENT, 0, ASCENT, DESCENT].map(i16),
        u32(1),
        u32(0),
        ...[500, 700, 0, 0x20, 1].map(i16),
      ),
    ],
    [
      'cmap',
      concat(
        ...[0, 1, 3, 1].map(u16),
        u32(12),
        ...[4, 32, 0, 4, 4, 1, 0].map(u16),
        ...segments.map((n) => u16(n & 0xffff)),
      ),
    ],
    ['glyf', Buffer.concat(Array.from({ length: CHARACTERS - 1 }, () => glyph))],
    [
      'head',
      concat(
        u32(0x00010000),
        u32(0x00010000),
        u32(0),
        u32(0x5f0f3cf5),
        ...[0, UNITS].map(u16),
        Array.from({ length: 16 }, () => 0),
        ...[50, 0, 250, 500, isItalic ? 2 : 0, 8, 2, 1, 0].map(i16),
      ),
    ],
    [
      'hhea',
      concat(
        u32(0x00010000),
        ...[ASCENT, -DESCENT, 0, 1_000, 0, 0, 250, 1, 0, 0, 0, 0, 0, 0, 0].map(i16),
        u16(CHARACTERS + 1),
      ),
    ],
    ['hmtx', concat(...widths.flatMap((advance, index) => [u16(advance), i16(index < 2 ? 0 : 50)]))],
    ['loca', concat(...offsets.map(u32))],
    ['maxp', concat(u32(0x00010000), ...[CHARACTERS + 1, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0].map(u16))],
    // The name of the axis of a variable font.
    ['name', concat(...[0, 1, 18, 3, 1, 0x409, AXIS_NAME, 2, 0].map(u16), '\0W')],
    [
      'post',
      concat(
        u32(0x00030000),
        u32(isItalic ? (-12 << 16) >>> 0 : 0),
        Array.from({ length: 24 }, () => 0),
      ),
    ],
  ];
  if (weights) tables.push(['fvar', variationTable(weights, weight)]);
  return tables;
}

/** The points of a box of 200 by 500 units: the steps along x, then those along y. */
const BOX = [50, 0, 200, 0, 0, 500, 0, -500];

const variationTable = ([min, max]: [number, number], weight: number): Buffer =>
  concat(
    ...[1, 0, 16, 2, 1, 20, 0, 8].map(u16),
    'wght',
    ...[min, weight, max].map((value) => u32(value << 16)),
    ...[0, AXIS_NAME].map(u16),
  );

/** The width of a character of ASCII. */
function widthOf(code: number): number {
  const character = String.fromCharCode(code);
  if (/[ijlI.,;:'!| ]/.test(character)) return 300;
  if (/[ftr()[\]\-/]/.test(character)) return 400;
  return /[mwMW@%]/.test(character) ? 900 : /[A-Z]/.test(character) ? 700 : 550;
}

const concat = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

const u16 = (value: number): number[] => [(value >>> 8) & 0xff, value & 0xff];
const i16 = u16;
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value)];
