const MAX_QUOTED = 80;

/** Quotes untrusted text for a message: in backticks, shortened, safe to print. */
export const quote = (text: string): string => `\`${printable(shortened(text))}\``;

/** Shortens untrusted text to 80 characters and removes what may be ciphertext. */
export const shortened = (text: string): string => shorten(hideCiphertext(text.slice(0, MAX_QUOTED * 10)));

/** Escapes characters that a terminal would interpret or hide: control characters and bidi controls. */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, escapeCharacter);

function escapeCharacter(character: string): string {
  if (character === '\n') return '\\n';
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length > MAX_QUOTED ? `${characters.slice(0, MAX_QUOTED - 1).join('')}…` : text;
}

/**
 * Hides what may be ciphertext: long runs of its alphabet in mixed case. A value with an unclosed quote can include the
 * next line, which may be `secured`.
 */
export const hideCiphertext = (text: string, hide: (run: string) => string = () => '…'): string =>
  text.replace(/[A-Za-z0-9+/=;]{24,}/g, (run) => (/[a-z]/.test(run) && /[A-Z]/.test(run) ? hide(run) : run));
