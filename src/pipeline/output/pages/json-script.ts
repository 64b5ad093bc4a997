import { escapeAttribute } from '../files/escape-attribute.ts';

/**
 * JSON as a block that the browser does not run. `<` is escaped, so that no text of a story can end the block or open
 * a comment. https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function jsonScript(json: string, attributes: Record<string, string>, type = 'application/json'): string {
  const marks = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  return `<script type="${type}"${marks.join('')}>${json.replaceAll('<', '\\u003c')}</script>`;
}
