/** An image of a story or the logo of a provider. */
export interface Image {
  /** An http(s) URL, or the path of a local image relative to the site's base path, without a leading slash. */
  url: string;
  /** In CSS pixels; absent when neither the content file nor the image gives it. */
  width?: number;
  height?: number;
  caption?: string;
  /** What the image shows, for readers who do not see it. */
  alt?: string;
}
