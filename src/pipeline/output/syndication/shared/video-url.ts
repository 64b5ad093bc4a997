import type { Video } from '../../../../model/body.ts';

const VIDEO_PAGES = { youtube: 'https://www.youtube.com/watch?v=', vimeo: 'https://vimeo.com/' } as const;

/** The URL of a video's page. */
export const videoUrl = ({ host, id }: Video): string => VIDEO_PAGES[host] + id;
