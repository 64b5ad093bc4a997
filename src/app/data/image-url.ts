import type { Image } from '../../model/image.ts';
import { withBasePath } from './base-path.ts';

/** The URL of an image. Local images are below the base path. */
export const imageUrl = ({ url }: Image): string => (/^https?:/.test(url) ? url : withBasePath(encodeURI(url)));
