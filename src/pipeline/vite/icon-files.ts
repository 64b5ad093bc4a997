import { readFileSync } from 'node:fs';
import { PublisherError } from '../diagnostics/publisher-error.ts';
import { printable } from '../diagnostics/quote.ts';
import type { OutputFile } from '../output/files/output-file.ts';
import { FAVICON, iconNames, MASKABLE_ICON, VECTOR_ICON } from '../settings/look/icon-names.ts';
import { loadRasterizer, type Rasterizer, type Rgba } from '../settings/look/rasterizer.ts';
import type { SiteIcon } from '../settings/look/site-icon.ts';

type IconFile = Pick<OutputFile, 'path'> & { body: Buffer };

const FAVICON_SIZE = 32;
/** The part of a maskable icon that no device cuts off. https://www.w3.org/TR/appmanifest/#icon-masks */
const SAFE_ZONE = 0.8;
const TRANSPARENT: Rgba = { r: 0, g: 0, b: 0, alpha: 0 };
/** The background of a maskable icon with transparent corners. */
const PAPER: Rgba = { r: 252, g: 252, b: 250, alpha: 1 };

/** The files of the publisher's icon: the file itself, or all sizes of it. */
export async function iconFiles(icon: SiteIcon, rasterizer?: Rasterizer): Promise<IconFile[]> {
  const bytes = readFileSync(icon.source);
  const names = iconNames(icon);
  if (!icon.isScaled) return names.map(({ path }) => ({ path, body: bytes }));
  try {
    const scale = createScaler(bytes, rasterizer ?? loadRasterizer());
    const files = names.map(async ({ path, sizes }): Promise<IconFile> => {
      if (path === VECTOR_ICON) return { path, body: bytes };
      const size = Number.parseInt(sizes, 10);
      return { path, body: await (path === MASKABLE_ICON ? scale.maskable(size) : scale.plain(size)) };
    });
    const favicon = scale.plain(FAVICON_SIZE).then((png) => ({ path: FAVICON, body: icoFile(png, FAVICON_SIZE) }));
    return await Promise.all([...files, favicon]);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw new PublisherError(printable(`The icon ${icon.source} cannot be scaled: ${reason}`));
  }
}

function createScaler(bytes: Buffer, rasterizer: Rasterizer) {
  const draw = async (size: number) => {
    const { width, height } = await rasterizer(bytes, {}).metadata();
    // An SVG is drawn at 72 dots per inch, unless a higher density is given.
    const density = Math.min(Math.max((72 * size) / Math.max(width, height, 1), 1), 100_000);
    return rasterizer(bytes, { density }).resize({
      width: size,
      height: size,
      fit: 'contain',
      background: TRANSPARENT,
    });
  };
  const png = { compressionLevel: 9, palette: false };
  return {
    plain: async (size: number): Promise<Buffer> => (await draw(size)).png(png).toBuffer(),
    maskable: async (size: number): Promise<Buffer> => {
      const inner = Math.round(size * SAFE_ZONE);
      const before = Math.floor((size - inner) / 2);
      const after = size - inner - before;
      const [r = 0, g = 0, b = 0, alpha = 0] = await (await draw(inner)).ensureAlpha().raw().toBuffer();
      const background = alpha === 255 ? { r, g, b, alpha: 1 } : PAPER;
      return (await draw(inner))
        .extend({ top: before, bottom: after, left: before, right: after, background })
        .flatten({ background })
        .png(png)
        .toBuffer();
    },
  };
}

/** An ICO file with one PNG. https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10) */
function icoFile(png: Buffer, size: number): Buffer {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}
