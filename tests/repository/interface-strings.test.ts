import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

/*
 * Every interface string is in a table: in `i18n/strings.ts`, or in the `…-strings.ts` of a lazy part. Except for the page of
 * parts, which only the dev server has: it is in English, as the messages of the commands.
 */

const COMPONENTS = readdirSync('src/app', { recursive: true, encoding: 'utf8' })
  .map((name) => `src/app/${name.replaceAll(path.sep, '/')}`)
  .filter((name) => name.endsWith('.tsx') && !name.startsWith('src/app/parts/'));

/** Attributes whose values are visible or announced. */
const READ_ATTRIBUTES =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label)$/;

test('no component contains text', () => {
  expect(COMPONENTS.length).toBeGreaterThan(50);
  expect(
    COMPONENTS.flatMap((file) => textsIn(file, readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`)),
  ).toEqual([]);
});

test.each([
  ['<p>Read more</p>', 'Read more'],
  ['<p>{count} stories</p>', 'stories'],
  [`<p>{'Read more'}</p>`, 'Read more'],
  ['<p>{isOpen ? `Close` : null}</p>', 'Close'],
  ['<p>{isOpen && "Close"}</p>', 'Close'],
  ['<button aria-label="Close" />', 'Close'],
  ['<img alt={`Photo of ${name}`} />', 'Photo of '],
])('finds the text in %s', (markup, text) => {
  expect(textsIn('x.tsx', `const x = ${markup};`)).toEqual([text]);
});

test.each([
  '<p>{strings.close} · {name}</p>',
  '<p className="page">{format(date, "long")}</p>',
  '<img alt="" />',
  `<p>{kind === 'open' ? strings.open : strings.close}</p>`,
])('finds no text in %s', (markup) => {
  expect(textsIn('x.tsx', `const x = ${markup};`)).toEqual([]);
});

interface Node {
  type: string;
  [key: string]: unknown;
}

/** The texts in JSX: between tags, in expressions there, and in the attributes above. */
function textsIn(file: string, source: string): string[] {
  const texts: string[] = [];
  visit(parseSync(file, source).program, (node) => {
    if (node.type === 'JSXText') texts.push(String(node.value).trim());
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node.children as Node[])
        if (child.type === 'JSXExpressionContainer') texts.push(...literalTextsOf(child.expression as Node));
    if (node.type === 'JSXAttribute' && READ_ATTRIBUTES.test(String((node.name as Node).name))) {
      const value = node.value as Node | null;
      if (value)
        texts.push(...literalTextsOf(value.type === 'JSXExpressionContainer' ? (value.expression as Node) : value));
    }
  });
  return texts.filter((text) => /\p{L}/u.test(text));
}

/** The literal texts that an expression can evaluate to. */
function literalTextsOf(node: Node): string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return (node.quasis as Node[]).map((quasi) => String((quasi.value as { cooked: string }).cooked));
    case 'ConditionalExpression':
      return [...literalTextsOf(node.consequent as Node), ...literalTextsOf(node.alternate as Node)];
    case 'LogicalExpression':
      return [...literalTextsOf(node.left as Node), ...literalTextsOf(node.right as Node)];
    case 'BinaryExpression':
      return node.operator === '+' ? [...literalTextsOf(node.left as Node), ...literalTextsOf(node.right as Node)] : [];
    case 'ParenthesizedExpression':
      return literalTextsOf(node.expression as Node);
    default:
      return [];
  }
}

function visit(value: unknown, onNode: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, onNode);
  else if (typeof value === 'object' && value !== null) {
    if ('type' in value) onNode(value as Node);
    for (const child of Object.values(value)) visit(child, onNode);
  }
}
