/** The key of the `SiteInfo` in page data that do not contain the whole edition. */
export const SITE_INFO = 'frame';

/** The data that a page would otherwise fetch: files of the edition by path, and the `SiteInfo` under `SITE_INFO`. */
export type PageData = Record<string, unknown>;

/** A page as HTML. */
interface RenderedPage {
  /** The content that the app adds to `<head>`. */
  head: string;
  /** The content of the app's root element. */
  root: string;
  /** The names of the lazy modules that the page needs. The bundler names chunks after them. */
  modules: string[];
}

/** The exports of the app's server bundle, which the pipeline calls. */
export interface AppServer {
  /**
   * Renders the page at `address`, a path relative to the base path with a leading slash, from `data` alone. Content
   * that `data` lacks is rendered as loading.
   */
  renderPage: (address: string, data: PageData) => RenderedPage;
  /**
   * Renders the page that starts the app at any other address. `data` contains the `SiteInfo`. Without JavaScript the
   * page says that it needs it.
   */
  renderSpaFallback: (data: PageData) => RenderedPage;
}
