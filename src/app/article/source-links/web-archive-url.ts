const HOST = 'web.archive.org';

/**
 * Where a web archive keeps the copy of an address that is nearest to a moment, given as `publishedAt` is.
 * https://archive.org/developers/wayback-cdx-server.html
 */
export const webArchiveUrl = (url: string, at: string): string =>
  `https://${HOST}/web/${at.replace(/\D/g, '').slice(0, 14)}/${url}`;
