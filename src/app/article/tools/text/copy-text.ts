/**
 * Copies text. `async`, so that it rejects, and does not throw, if there is no clipboard: browsers have it in secure
 * contexts only.
 */
export const copyText = async (text: string): Promise<void> => navigator.clipboard.writeText(text);
