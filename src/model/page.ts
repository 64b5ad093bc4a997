/** Edition files that a page shows, by their path: what the page would otherwise fetch. */
export type PageData = Record<string, unknown>;

/** A page as HTML: what goes into `<head>`, and what goes into the app's root element. */
export interface RenderedPage {
  head: string;
  root: string;
}

/** What the app's server bundle offers to the pipeline. */
export interface AppServer {
  /**
   * Renders the page at `address`, a path below the base path with a leading slash, from `data` alone. A file that
   * `data` lacks shows as loading.
   */
  renderPage: (address: string, data: PageData) => RenderedPage;
  /**
   * Renders the page that starts the app at any other address. `data` holds the edition; without script the page
   * says what it needs.
   */
  renderStart: (data: PageData) => RenderedPage;
}
