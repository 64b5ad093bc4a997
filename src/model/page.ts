/** Edition files that a page shows, by their path: what the page would otherwise fetch. */
export type PageData = Record<string, unknown>;

/** A page as HTML: what goes into `<head>`, and what goes into the app's root element. */
export interface RenderedPage {
  head: string;
  root: string;
}

/**
 * Renders one page of the app on the server. `address` is the page's path below the base path, with a leading
 * slash. Throws when the page cannot be shown from `data` alone.
 */
export type RenderPage = (address: string, data: PageData) => RenderedPage;
