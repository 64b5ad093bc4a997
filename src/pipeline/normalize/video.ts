import type { Video } from '../../model/article.ts';

/**
 * The video of a raw embed string. It is never used as markup: only the host and the id of a player we know are kept.
 */
export function parseVideo(embed: string): Video | undefined {
  const youtube =
    /(?:youtube(?:-nocookie)?\.com\/(?:embed\/|v\/|shorts\/|watch\?(?:[^"'\s]*&(?:amp;)?)?v=)|youtu\.be\/)([\w-]{11})(?![\w-])/i.exec(
      embed,
    );
  if (youtube?.[1]) return { host: 'youtube', id: youtube[1] };
  const vimeo = /vimeo\.com\/(?:video\/)?(\d{5,12})(?!\d)/i.exec(embed);
  return vimeo?.[1] ? { host: 'vimeo', id: vimeo[1] } : undefined;
}
