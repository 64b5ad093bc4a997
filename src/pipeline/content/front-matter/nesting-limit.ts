/** Far more than any real file has, and far less than the recursion of the parsers can handle. */
const MAX_DEPTH = 500;

/**
 * Whether front matter may be nested too deeply for a recursive parser: a stack overflow can end the whole process. It
 * overestimates, because brackets in quotes count too.
 */
export function isNestedTooDeep(text: string): boolean {
  return depthOfBrackets(text) > MAX_DEPTH || depthOfMarkers(text) > MAX_DEPTH;
}

/** The maximum nesting of brackets and braces. */
function depthOfBrackets(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

/** The maximum number of consecutive list and key markers on one line: `- - - x`. */
function depthOfMarkers(text: string): number {
  let deepest = 0;
  for (const [markers] of text.matchAll(/^[ \t]*(?:[-?:][ \t]+){100,}/gm)) {
    const count = markers.match(/[-?:]/g)?.length ?? 0;
    if (count > deepest) deepest = count;
  }
  return deepest;
}
