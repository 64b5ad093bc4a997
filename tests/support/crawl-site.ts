/** What a crawl of a site found. */
export interface SiteCrawl {
  /** The URLs of the HTML pages that answered. */
  pages: Set<string>;
  /** The URLs below the start that did not answer with status 200. */
  dead: string[];
}

/** Follows every link and every address of a file from the front page on, as far as they are below it. */
export async function crawlSite(start: string): Promise<SiteCrawl> {
  const seen = new Set([start]);
  const open = [start];
  const found: SiteCrawl = { pages: new Set(), dead: [] };
  for (let url = open.pop(); url !== undefined; url = open.pop()) {
    const response = await fetch(url);
    if (response.status !== 200) found.dead.push(`${response.status} ${url}`);
    const type = response.headers.get('content-type') ?? '';
    const text = await response.text();
    if (!type.startsWith('text/html')) continue;
    found.pages.add(url);
    for (const [, address = ''] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const next = new URL(address.replaceAll('&amp;', '&').replaceAll('&#x27;', "'"), url);
      next.hash = '';
      if (!next.href.startsWith(start) || seen.has(next.href)) continue;
      seen.add(next.href);
      open.push(next.href);
    }
  }
  return found;
}
