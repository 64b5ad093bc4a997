import { escapeAttribute } from '../files/escape-attribute.ts';

/**
 * A `<script>` element with JSON, which the browser does not run. `<` is escaped, so that no text can end the element or
 * begin a comment. https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function jsonScript(json: string, attributes: Record<string, string>, type = 'application/json'): string {
  const attributeText = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  return `<script type="${type}"${attributeText.join('')}>${json.replaceAll('<', '\\u003c')}</script>`;
}
