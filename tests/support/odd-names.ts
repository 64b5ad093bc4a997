/** Names of articles, topics and files that servers decode in different ways. */
export const ODD_NAMES: readonly string[] = [
  'grüße',
  '日本',
  'with space',
  'C#-news',
  'q&a',
  'a+b',
  '100%-off',
  '%41',
  'a%2Fb',
  "it's",
  '[brackets]',
  '(parens)',
  '^caret',
  'semi;colon',
  'a.b.c',
  '🚀-start',
];
