/** The primary language of a BCP 47 tag: `pt` of `pt-BR`. */
export const primaryLanguage = (tag: string): string => tag.toLowerCase().split('-', 1)[0] ?? tag;

/** Whether a text is a primary language of BCP 47, as `primaryLanguage` gives it. */
export const isPrimaryLanguage = (text: string): boolean => /^[a-z]{2,3}$/.test(text);
