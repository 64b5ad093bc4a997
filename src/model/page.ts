/** The key under which page data hold the `SiteInfo`, where they do not hold the whole edition. */
export const SITE_INFO = 'frame';

/** What a page would otherwise fetch: files of the edition by their path, and the frame under `SITE_INFO`. */
export type PageData = Record<string, unknown>;

/** A page as HTML: what goes into `<head>`, and what goes into the app's root element. */
export interface RenderedPage {
  head: string;
  root: string;
  /** The app's modules that the page needs besides the first load: the bundler names chunks after them. */
  modules: string[];
}

/** What the app's server bundle offers to the pipeline. */
export interface AppServer {
  /**
   * Renders the page at `address`, a path below the base path with a leading slash, from `data` alone. A file that
   * `data` lacks shows as loading.
   */
  renderPage: (address: string, data: PageData) => RenderedPage;
  /**
   * Renders the page that starts the app at any other address. `data` holds the frame; without script the page says
   * what it needs.
   */
  renderSpaFallback: (data: PageData) => RenderedPage;
}
