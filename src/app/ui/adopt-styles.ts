/**
 * Adds a style sheet to the document. For lazy code: a linked sheet is one more file, whose name the first load would have
 * to know.
 */
export function adoptStyles(css: string): void {
  const styles = new CSSStyleSheet();
  styles.replaceSync(css);
  document.adoptedStyleSheets.push(styles);
}
