import { readFileSync } from 'node:fs';
import { decodeXML } from 'entities';
import { readImage, type UnusableImage } from '../../content/images/read-local-file.ts';
import type { FieldDiagnostic } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { defined } from '../../util/defined.ts';
import { hasRasterizer } from './rasterizer.ts';

/** The icon of the publisher. */
export interface SiteIcon {
  /** The absolute path of the file. */
  source: string;
  type: 'svg' | 'png';
  /** The width and height of a PNG in pixels. */
  size?: number;
  /** Whether the build makes the other sizes of it. */
  isScaled: boolean;
}

const MIN_SIZE = 512;
const MAX_BYTES = 1_000_000;

interface IconInput {
  /** The content root. */
  root: string;
  /** The path of the icon, relative to the root. */
  file: string;
  mode: 'build' | 'dev';
  canScale?: boolean;
}

/** Finds and checks the icon. The dev server shows the file as it is. */
export function readSiteIcon({ root, file, mode, canScale = hasRasterizer() }: IconInput): {
  icon?: SiteIcon;
  diagnostics: FieldDiagnostic[];
} {
  const result = readImage(root, file.replace(/^\/+/, ''));
  const checked = 'image' in result ? checkIcon(result.image) : result;
  if ('reason' in checked) {
    const message = `The icon ${quote(file)} cannot be used: ${checked.reason}.`;
    return {
      diagnostics: [{ severity: 'error', path: ['icon'], code: 'bad-icon', message, ...defined('hint', checked.hint) }],
    };
  }
  const isScaled = canScale && mode === 'build';
  return { icon: { ...checked, isScaled }, diagnostics: canScale || mode === 'dev' ? [] : [notScaledWarning(checked)] };
}

function checkIcon({
  source,
  width = 0,
  height = 0,
}: {
  source: string;
  width?: number;
  height?: number;
}): Omit<SiteIcon, 'isScaled'> | UnusableImage {
  const bytes = readFileSync(source);
  if (bytes.length > MAX_BYTES) {
    const [most, found] = [MAX_BYTES, bytes.length].map((count) => (count / 1_000_000).toFixed(1));
    return { reason: `expected at most ${most} MB, found ${found} MB` };
  }
  if (source.toLowerCase().endsWith('.svg')) {
    const code = ACTIVE_SVG.exec(decodeXML(bytes.toString('utf8')))?.[0].trim();
    if (code === undefined) return { source, type: 'svg' };
    return { reason: `expected an image without scripts, animations and other addresses, found ${quote(code)}` };
  }
  if (!bytes.subarray(0, PNG.length).equals(PNG)) return { reason: 'expected an SVG or a PNG' };
  if (width !== height || width < MIN_SIZE)
    return { reason: `expected a square of at least ${MIN_SIZE} px, found ${width} × ${height} px` };
  // https://www.w3.org/TR/png-3/#acTL-chunk
  if (bytes.subarray(0, bytes.indexOf('IDAT')).includes('acTL'))
    return { reason: 'expected an image that is not animated, found an animation' };
  return { source, type: 'png', size: width };
}

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/**
 * Scripts, which would run on the address of the site if the file is opened, files of other hosts, and animations. A check
 * for accidents: the file is the publisher's own.
 */
const ACTIVE_SVG =
  /<(?:[\w-]+:)?(?:script|foreignObject|iframe|object|embed|animate\w*|set)\b|\son\w+\s*=|\bhref\s*=\s*["']?\s*(?:\w+script:|https?:|\/\/)|@keyframes|<!ENTITY|<\?xml-stylesheet/i;

function notScaledWarning({ type }: Pick<SiteIcon, 'type'>): FieldDiagnostic {
  const effect = type === 'svg' ? 'phones and link previews get none' : 'it is used for all sizes';
  return {
    severity: 'warning',
    path: ['icon'],
    code: 'icon-not-scaled',
    message: `Expected the package \`sharp\`, which makes the other sizes of the icon, found none; ${effect}.`,
    hint: 'Install it: `npm install sharp`.',
  };
}
