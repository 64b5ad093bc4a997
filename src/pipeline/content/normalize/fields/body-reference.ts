/** A link in a body whose target depends on other files. It is resolved when all files are known. */
export interface BodyReference {
  /** A path as written, decoded, NFC: relative to the file, or to the content folder or the site if it begins with `/`. */
  target: string;
  /** Decoded, without `#`; empty if there is none. */
  fragment: string;
  /** The location, counted in the lines of the body. */
  line: number;
  column: number;
  /** Whether the target may also be the name or the title of an article, in any folder. */
  isName?: true;
  /** The `href` if there is no such page. Without it the link becomes text. */
  fallback?: string;
}
