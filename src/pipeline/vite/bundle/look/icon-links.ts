import { iconNames, LARGE_ICON, MASKABLE_ICON } from '../../../settings/look/icon-names.ts';
import type { Settings } from '../../../settings/settings.ts';

/** The links in `index.html`. */
const LINKS = /<link rel="(?:icon|apple-touch-icon)"[^>]*>\s*/g;

/** Replaces the links to the icon of the app by links to that of the publisher. */
export function withIconLinks(html: string, { icon }: Settings): string {
  if (icon === undefined) return html;
  const names = iconNames(icon);
  const [first] = names;
  const find = (path: string): string | undefined => names.find((name) => name.path === path)?.path;
  // An icon without transparency: phones show transparent parts in black.
  const touch = find(MASKABLE_ICON) ?? find(LARGE_ICON);
  const links = [
    first && `<link rel="icon" href="/${first.path}" type="${first.type}">`,
    touch && `<link rel="apple-touch-icon" href="/${touch}">`,
  ];
  let isFirst = true;
  return html.replace(LINKS, () => {
    const text = isFirst ? links.filter(Boolean).join('') : '';
    isFirst = false;
    return text;
  });
}
