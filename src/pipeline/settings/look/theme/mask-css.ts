/** A comment, a string, the inside of `url()` without quotes, or an escaped character. Each may lack its end. */
const OPAQUE =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n\r\f])*"?|'(?:\\[\s\S]|[^'\\\n\r\f])*'?|[^\s"')](?<=(?<![\w-])url\(\s*.)(?:\\[\s\S]|[^)\\])*|\\[\s\S]/gi;

/** Replaces what is no syntax of a style sheet by spaces. Line ends and the length stay, and so do all locations. */
export const maskCss = (text: string): string => text.replace(OPAQUE, (opaque) => opaque.replace(/[^\n\r\f]/g, ' '));

/** The offset of a comment without an end. */
export const findUnclosedComment = (text: string): number | undefined =>
  Array.from(text.matchAll(OPAQUE)).find(
    ({ 0: opaque }) => opaque.startsWith('/*') && !/^\/\*[\s\S]*\*\/$/.test(opaque),
  )?.index;
