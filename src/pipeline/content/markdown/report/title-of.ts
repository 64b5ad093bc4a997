/** The title of a callout without one: its kind in words. */
export const titleOf = (kind: string): string =>
  kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase().replaceAll(/[-_]/g, ' ');
