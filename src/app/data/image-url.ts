import type { Image } from '../../model/image.ts';
import { withBasePath } from './base-path.ts';

/** The address of an image: its own when it is remote, below the base path when it is local. */
export const imageUrl = ({ url }: Image): string => (/^https?:/.test(url) ? url : withBasePath(encodeURI(url)));
