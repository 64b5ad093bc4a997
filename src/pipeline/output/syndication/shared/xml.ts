/*
 * XML as text, for documents whose content is text and addresses. https://www.w3.org/TR/xml/
 */

export const XML_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

type Attributes = Record<string, string | number | undefined>;

/** An element with its content, which is XML already. Attributes without a value are left out. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const list = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeXml(String(value))}"`,
  );
  const start = `<${name}${list.join('')}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** An element that holds text; nothing where there is none. */
export const textElement = (name: string, text: string | undefined, attributes: Attributes = {}): string =>
  text === undefined ? '' : element(name, attributes, escapeXml(text));

/** Text as content or as the value of an attribute. `>` is escaped too, so that no text holds `]]>`. */
const escapeXml = (text: string): string => escapeMarkup(text.replace(NOT_IN_XML, ''));

export const escapeMarkup = (text: string): string =>
  MARKUP.test(text) ? text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character) : text;

const MARKUP = /[&<>"]/;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What no XML document can hold, however it is spelt. https://www.w3.org/TR/xml/#charsets */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
