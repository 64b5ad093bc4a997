/**
 * Derives the URL of a page in Google's AMP cache from the publisher's AMP URL (absolute, http or https). Returns
 * `undefined` for any other text.
 *
 * In the host each `-` is doubled, then each `.` becomes `-`. The path begins with `/c/`, then `s/` for https. The rest
 * of the URL follows unchanged, without its scheme.
 * https://developers.google.com/amp/cache/overview#amp-cache-url-format
 */
export function deriveAmpCacheUrl(ampUrl: string): string | undefined {
  const parts = /^(https?):\/\/([^/?#]+)(.*)$/i.exec(ampUrl);
  if (!parts) return undefined;
  const [, scheme = '', host = '', rest = ''] = parts;
  const name = host.toLowerCase().replaceAll('-', '--').replaceAll('.', '-');
  const secure = scheme.toLowerCase() === 'https' ? 's/' : '';
  return `https://${name}.cdn.ampproject.org/c/${secure}${host}${rest}`;
}
