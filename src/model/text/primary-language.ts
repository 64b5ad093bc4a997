/** The primary language of a BCP 47 tag: `pt` of `pt-BR`. */
export const primaryLanguage = (tag: string): string => tag.toLowerCase().split('-', 1)[0] ?? tag;
