const HOST = 'web.archive.org';

/**
 * The URL of the archived copy of a page that is nearest to a moment (ISO 8601).
 * https://archive.org/developers/wayback-cdx-server.html
 */
export const webArchiveUrl = (url: string, at: string): string =>
  `https://${HOST}/web/${at.replace(/\D/g, '').slice(0, 14)}/${url}`;
