/**
 * The address of a page in Google's AMP cache, from the publisher's AMP address (absolute, http or https).
 * Gives `undefined` for what is not such an address.
 *
 * The host's `-` are doubled, then `.` becomes `-`; the path begins with `/c/`, then `s/` for https, then the
 * address unchanged but for its scheme.
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
