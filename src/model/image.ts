/** A picture of a story or the logo of a provider. */
export interface Image {
  /** An http(s) address, or the path of a local image below the site's base path, without a leading slash. */
  url: string;
  /** In CSS pixels; absent when neither the file nor the picture says. */
  width?: number;
  height?: number;
  caption?: string;
}
