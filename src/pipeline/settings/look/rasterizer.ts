import { createRequire } from 'node:module';

/** What is used of the package `sharp`, which publishers install if they want all sizes of their icon. https://sharp.pixelplumbing.com/ */
interface Picture {
  metadata: () => Promise<{ width: number; height: number }>;
  resize: (options: { width: number; height: number; fit: 'contain'; background: Rgba }) => Picture;
  extend: (options: { top: number; bottom: number; left: number; right: number; background: Rgba }) => Picture;
  flatten: (options: { background: Rgba }) => Picture;
  ensureAlpha: () => Picture;
  raw: () => Picture;
  png: (options: { compressionLevel: number; palette: boolean }) => Picture;
  toBuffer: () => Promise<Buffer>;
}
export interface Rgba {
  r: number;
  g: number;
  b: number;
  alpha: number;
}
/** Opens an image. `density`, in dots per inch, is the resolution at which an SVG is drawn. */
export type Rasterizer = (bytes: Buffer, options: { density?: number }) => Picture;

const require = createRequire(import.meta.url);
/** Not a dependency: it is large, and has native code. As an optional peer, `npm install` would not install it. */
const PACKAGE = 'sharp';

export function hasRasterizer(): boolean {
  try {
    return require.resolve(PACKAGE) !== '';
  } catch {
    return false;
  }
}

export const loadRasterizer = (): Rasterizer => require(PACKAGE) as Rasterizer;
