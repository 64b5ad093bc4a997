/** Far more than any honest file has, and far less than the parsers' recursion stands. */
const MAX_DEPTH = 500;

/**
 * Whether front matter may be nested deeper than a recursive parser stands: one that runs out of stack can take the
 * whole process with it. What stands in quotes counts too, so honest text must be far below the limit.
 */
export function isNestedTooDeep(text: string): boolean {
  return depthOfBrackets(text) > MAX_DEPTH || depthOfMarkers(text) > MAX_DEPTH;
}

/** How deep brackets and braces are nested, at most. */
function depthOfBrackets(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

/** How many markers of lists and keys follow each other on one line, at most: `- - - x`. */
function depthOfMarkers(text: string): number {
  let deepest = 0;
  for (const [markers] of text.matchAll(/^[ \t]*(?:[-?:][ \t]+){100,}/gm)) {
    const count = markers.match(/[-?:]/g)?.length ?? 0;
    if (count > deepest) deepest = count;
  }
  return deepest;
}
