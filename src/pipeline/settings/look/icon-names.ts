import type { SiteIcon } from './site-icon.ts';

/** A file of the icon, at the root of the site. */
export interface IconName {
  path: string;
  /** The media type. */
  type: string;
  /** As in `sizes` of a manifest. https://www.w3.org/TR/manifest-app-info/#sizes-member */
  sizes: string;
  purpose?: 'maskable';
}

export const VECTOR_ICON = 'icon.svg';
export const LARGE_ICON = 'icon-512.png';
export const MASKABLE_ICON = 'icon-maskable-512.png';
/** For browsers and programs that ask for it without a link. */
export const FAVICON = 'favicon.ico';

const VECTOR: IconName = { path: VECTOR_ICON, sizes: 'any', type: 'image/svg+xml' };
const SCALED: IconName[] = [
  { path: 'icon-192.png', sizes: '192x192', type: 'image/png' },
  { path: LARGE_ICON, sizes: '512x512', type: 'image/png' },
  { path: MASKABLE_ICON, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
];

/** The files of the icon that a manifest lists: of the publisher's icon, else of that of the app. */
export function iconNames(icon?: SiteIcon): IconName[] {
  if (icon === undefined) return [VECTOR, ...SCALED];
  const { type, size, isScaled } = icon;
  const vector = type === 'svg' ? [VECTOR] : [];
  if (isScaled) return [...vector, ...SCALED];
  return type === 'svg' ? vector : [{ path: LARGE_ICON, sizes: `${size}x${size}`, type: 'image/png' }];
}

/** The only file of an icon that is not scaled. */
export const onlyIcon = (icon?: SiteIcon): string | undefined =>
  icon && !icon.isScaled ? iconNames(icon)[0]?.path : undefined;

/** Whether a file of the app is one of its icon, which that of the publisher replaces. */
export const isAppIcon = (path: string): boolean => /^(?:favicon|icon)[\w-]*\.\w+$/.test(path);
