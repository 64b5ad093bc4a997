import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Fontkitten from 'fontkitten';
import { readLocalBytes } from '../../content/images/read-local-file.ts';
import { defined } from '../../util/defined.ts';
import { hashOf } from '../../util/hash.ts';

/** A WOFF2 file, and what style sheets say about it. Lengths are relative to the size of the font. */
export interface Font {
  /** The absolute path of the file, with symbolic links resolved. */
  source: string;
  /** The name of the file, without its folder. */
  name: string;
  /** Of the contents of the file. */
  hash: string;
  bytes: number;
  /** Whether it has a range of weights. */
  isVariable: boolean;
  /** The lightest and the heaviest weight. */
  weights: readonly [number, number];
  /** The weight that it has by default. `width` holds for it. */
  weight: number;
  isItalic: boolean;
  ascent: number;
  descent: number;
  lineGap: number;
  /** The average width of a character in `SAMPLE`. Absent if the font lacks one of its letters. */
  width?: number;
}

/** Why a font cannot be used, and how to fix it if that is known. */
export interface UnusableFont {
  reason: string;
  hint?: string;
}

const MAX_MEGABYTES = 2;

/** Reads a font, by its path relative to the root. */
export function readFont(root: string, relative: string): { font: Font } | UnusableFont {
  const read = readLocalBytes(root, relative, MAX_MEGABYTES);
  if ('reason' in read) return read;
  const { source, bytes } = read;
  if (bytes.length === 0) return { reason: 'it is empty' };
  const format = formatOf(bytes);
  if (format !== 'WOFF2') return { reason: `expected WOFF2, found ${format}`, hint: hintFor(format) };
  const description = describeFont(bytes);
  if (description === undefined) return { reason: 'it is damaged' };
  return {
    font: { source, name: path.basename(source), hash: hashOf(bytes), bytes: bytes.length, ...description },
  };
}

const HTML = 'a page (HTML)';

/** The formats by the first four bytes. https://learn.microsoft.com/en-us/typography/opentype/spec/otff */
const FORMATS: Readonly<Record<string, string>> = {
  wOF2: 'WOFF2',
  wOFF: 'WOFF',
  OTTO: 'OpenType (OTF)',
  ttcf: 'a collection of fonts (TTC)',
  true: 'TrueType (TTF)',
  '\0\x01\0\0': 'TrueType (TTF)',
};

function formatOf(bytes: Buffer): string {
  const format = FORMATS[bytes.toString('latin1', 0, 4)];
  // The second four bytes of WOFF2 are the format of what is compressed. https://www.w3.org/TR/WOFF2/#woff20Header
  if (format === 'WOFF2' && bytes.toString('latin1', 4, 8) === 'ttcf') return 'a collection of fonts in WOFF2';
  return format ?? (/^\s*</.test(bytes.toString('latin1', 0, 100)) ? HTML : 'another format');
}

const hintFor = (format: string): string =>
  format === HTML
    ? 'Download the file of the font instead of the page about it.'
    : 'Convert the font, for example with `fonttools ttLib.woff2 compress`. Another name does not change the format.';

/** Loaded when it is needed: most sites have no own fonts. */
const loadLibrary = (): typeof Fontkitten => createRequire(import.meta.url)('fontkitten') as typeof Fontkitten;

/** `undefined` if the font cannot be parsed. */
function describeFont(bytes: Buffer): Omit<Font, 'source' | 'name' | 'hash' | 'bytes'> | undefined {
  const { create } = loadLibrary();
  try {
    const font = create(bytes);
    if (font.isCollection || bytes.readUInt32BE(LENGTH_OFFSET) !== bytes.length) return undefined;
    const { unitsPerEm, variationAxes, 'OS/2': os2 } = font;
    const { wght } = variationAxes;
    const [ascent, descent, lineGap] = verticalMetrics(font);
    return {
      isVariable: wght !== undefined,
      weights: wght ? [wght.min, wght.max] : [os2.usWeightClass, os2.usWeightClass],
      weight: wght ? wght.default : os2.usWeightClass,
      isItalic: os2.fsSelection.italic || font.italicAngle !== 0,
      ascent: ascent / unitsPerEm,
      descent: descent / unitsPerEm,
      lineGap: lineGap / unitsPerEm,
      ...defined('width', averageWidth(font)),
    };
  } catch {
    return undefined;
  }
}

/** Where the header has the length of the file. https://www.w3.org/TR/WOFF2/#woff20Header */
const LENGTH_OFFSET = 8;

/** The ascent, descent and line gap that browsers use. https://learn.microsoft.com/en-us/typography/opentype/spec/os2#fsselection */
const verticalMetrics = ({ 'OS/2': os2, hhea }: Fontkitten.Font): [number, number, number] =>
  os2.fsSelection.useTypoMetrics
    ? [os2.typoAscender, -os2.typoDescender, os2.typoLineGap]
    : [hhea.ascent, -hhea.descent, hhea.lineGap];

/** A text with usual frequencies of letters. The widths in `local-fonts.ts` are those of the same text. */
const SAMPLE =
  'The minister said on Tuesday that the new law would come into force in the summer, and that towns have time until then to prepare for it.';

function averageWidth(font: Fontkitten.Font): number | undefined {
  const codes = Array.from(SAMPLE, (character) => character.charCodeAt(0));
  if (!codes.every((code) => font.hasGlyphForCodePoint(code))) return undefined;
  const total = codes.reduce((sum, code) => sum + font.glyphForCodePoint(code).advanceWidth, 0);
  return total / codes.length / font.unitsPerEm;
}
