const LONGEST = 80;

/** A text from outside as a message shows it: in backticks, shortened, safe to print. */
export const quote = (text: string): string => `\`${printable(shortened(text))}\``;

/** A text from outside, not longer than a reader cares for, and without what may be ciphertext. */
export const shortened = (text: string): string => shorten(hideCiphertext(text.slice(0, LONGEST * 10)));

/** Text without what a terminal would obey or hide: controls, escape sequences, what turns the text around it. */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, escapeCharacter);

function escapeCharacter(character: string): string {
  if (character === '\n') return '\\n';
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text;
}

/**
 * A value that swallowed a neighbouring line may hold the ciphertext of `secured`. Long runs of its alphabet in mixed
 * case are therefore never shown.
 */
export const hideCiphertext = (text: string, hide: (run: string) => string = () => '…'): string =>
  text.replace(/[A-Za-z0-9+/=;]{24,}/g, (run) => (/[a-z]/.test(run) && /[A-Z]/.test(run) ? hide(run) : run));
