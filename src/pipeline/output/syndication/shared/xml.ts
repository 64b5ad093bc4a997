/* Functions that write XML. https://www.w3.org/TR/xml/ */

export const XML_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

type Attributes = Record<string, string | number | undefined>;

/** An element. `content` is XML. Attributes that are `undefined` are left out. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const list = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeXml(String(value))}"`,
  );
  const start = `<${name}${list.join('')}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** An element with text. Empty if the text is `undefined`. */
export const textElement = (name: string, text: string | undefined, attributes: Attributes = {}): string =>
  text === undefined ? '' : element(name, attributes, escapeXml(text));

/** Escapes text for content or an attribute. `>` is escaped because `]]>` is not allowed in text. */
const escapeXml = (text: string): string => escapeMarkup(text.replace(NOT_IN_XML, ''));

export const escapeMarkup = (text: string): string =>
  MARKUP.test(text) ? text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character) : text;

const MARKUP = /[&<>"]/;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML does not allow, not even as references. https://www.w3.org/TR/xml/#charsets */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
