import { describe, expect, test } from 'vitest';
import { elementsOf, outlineOf, textIn } from '../../../../support/body-tree.ts';
import { articleOf } from '../../../../support/content-folder.ts';
import { parseForTest } from '../../../../support/parse-body.ts';

const outline = (markdown: string): string => outlineOf(articleOf('', markdown).article?.body);

describe('syntax of other programs', () => {
  test.each([
    [
      'a figure of Hugo',
      '{{< figure src="https://a.example/x.png" caption="The pier" >}}',
      'figure(img()figcaption(The pier))',
    ],
    [
      'a figure with a link',
      '{{< figure src="https://a.example/x.png" link="https://b.example/" >}}',
      'figure(a(img()))',
    ],
    ['a figure in a list', '- One\n- {{< figure src="https://a.example/x.png" >}}', 'ul(li(One)li(figure(img())))'],
    ['a video of Hugo', 'See {{< youtube jNQXAC9IVRw >}} here.', 'p(See)video()p(here.)'],
    ['a video of Hexo', '{% youtube jNQXAC9IVRw %}', 'video()'],
    ['a video of Zola', '{{ youtube(id="jNQXAC9IVRw") }}', 'video()'],
    ['a video of an include', '{% include youtube.html id="jNQXAC9IVRw" %}', 'video()'],
    [
      'a pair of Hugo',
      '{{% notice tip "Coats" %}}\nBring a *coat*.\n{{% /notice %}}',
      'blockquote(p(strong(Coats))p(Bring a em(coat).))',
    ],
    ['an unknown pair', '{{< box >}}\nInside.\n{{< /box >}}', 'p(Inside.)'],
    ['a pair of Zola', '{% box(a=1) %}\nInside.\n{% end %}', 'p(Inside.)'],
    ['code of Jekyll', '{% highlight js %}\nlet a = "{{ b }}";\n{% endhighlight %}', 'pre(code(let a = "{{ b }}";\n))'],
    ['code of Hugo', '{{< highlight go >}}\nx := 1\n{{< /highlight >}}', 'pre(code(x := 1\n))'],
    [
      'code of Jekyll in a list',
      '- One\n- Two\n  {% highlight js %}\n  a\n    b\n  {% endhighlight %}\n',
      'ul(li(One)li(Twopre(code(a\n  b\n))))',
    ],
    ['braces in a string', 'Write {{ \'{{\' }} and {{ "}" }}.', 'p(Write {{ and }.)'],
    ['raw text on a line', 'Write {% raw %}{{ title }}{% endraw %}.', 'p(Write {{ title }}.)'],
    ['raw text around code', '```\n{% raw %}{{ a }}{% endraw %}\n```', 'pre(code({{ a }}\n))'],
    ['a gist', '{{< gist jo 1a2b >}}', 'p(a(https://gist.github.com/jo/1a2b))'],
    ['the address of the site', '[us](https://a.example{{ site.baseurl }}/x)', 'p(a(us))'],
    ['a picture of Hexo', '{% asset_img https://a.example/x.png "The pier" %}', 'figure(img()figcaption(The pier))'],
    ['a quote of Hexo', '{% blockquote Jo Doe %}\nSaid.\n{% endblockquote %}', 'blockquote(p(Said.)p(— Jo Doe))'],
    ['comments', 'A{{/* b */}} {/* c */} %% d %% {% comment %}e{% endcomment %}f', 'p(A   f)'],
    ['an excerpt mark', 'One.<!--more--> Two.', 'p(One.)p(Two.)'],
    ['marked text', 'A ==b *c*== d, a == b == c', 'p(A mark(b em(c)) d, a == b == c)'],
    ['a class of kramdown', 'Text\n{: .wide}\n\n*a*{: .b} c', 'p(Text)p(em(a) c)'],
    ['a table of contents of kramdown', '* TOC\n{:toc}\n\nText', 'p(Text)'],
    ['other tables of contents', '[TOC]\n\n[[_TOC_]]\n\n{{< toc >}}\n\nText', 'p(Text)'],
    ['a callout of GitHub', '> [!NOTE]\n> Text.', 'blockquote(p(strong(Note))p(Text.))'],
    ['a callout of Obsidian', '> [!tip]- My *title*\n> Text.', 'blockquote(p(strong(My em(title)))p(Text.))'],
    ['a callout of Docusaurus', ':::warning Look out\nText.\n:::', 'blockquote(p(strong(Look out))p(Text.))'],
    ['an unknown container', '::: columns\nText.\n:::', 'p(Text.)'],
    ['definitions', 'Pier\n: Where *boats* land\n: A witness', 'dl(dt(Pier)dd(Where em(boats) land)dd(A witness))'],
    ['a picture without its bracket', '<img src="https://a.example/x.png" alt="Pier"\n\nText', 'figure(img())p(Text)'],
    ['an unclosed picture before text', '<img src="https://a.example/x.png"\nText follows', 'p(img()\nText follows)'],
    ['bold beside full-width punctuation', '**「切符」**は', 'p(strong(「切符」)は)'],
  ])('%s', (_, markdown, expected) => {
    expect(outline(markdown)).toBe(expected);
  });

  test.each([
    'A `{{ code }}` and `[[code]]`, `==code==`.',
    'Braces: { "a": 1 }, ${x}, {a, b}, f(x) = {1 : 2}.',
    'A formula: \\frac{{a}}{{b}} and x_{{i}}.',
    'Half: {{ or {% 5 of it.',
    'Lists: a[[0]] and [ [1]].',
    'Numbers: 5 %% 3, 100%.',
  ])('text with braces stays: %s', (markdown) => {
    const { article, diagnostics } = articleOf('', markdown);
    expect(textIn(article?.body)).toBe(markdown.replaceAll('`', ''));
    expect(diagnostics).toEqual([]);
  });

  test('what is not known is left out, with one warning per kind at its first place', () => {
    const { article, diagnostics } = articleOf(
      '',
      'A {{ page.title }} b.\n\n{{< map a >}}\n\n{{< map b >}} {% include c.html %}',
    );
    expect(textIn(article?.body)).toBe('A  b.');
    expect(diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
      '6:3 Expected Markdown or a known tag, found `{{ page.title }}`; it is left out.',
      '8:1 Expected Markdown or a known tag, found `{{< map >}}`; it is left out. The file has it 2 times.',
      '10:15 Expected Markdown or a known tag, found `{% include c.html %}`; it is left out.',
    ]);
  });

  test('locations are those of the source, also after translated tags', () => {
    const { diagnostics } = articleOf(
      '',
      '{{< youtube jNQXAC9IVRw >}} {{< figure src="x.png" >}}\n\nSee [a](ftp://b/).',
    );
    expect(diagnostics.map(({ line, column }) => [line, column])).toEqual([
      [6, 29],
      [8, 5],
    ]);
  });

  test('the id of a heading is kept', () => {
    const { article } = articleOf(
      '',
      '## One {#first}\n\n## Two\n{: #second .x}\n\n## <a name="third"></a>Three\n\n[a](#first) [b](#second) [c](#third)',
    );
    expect(elementsOf(article?.body).flatMap(({ tag, id, href }) => (tag === 'h2' ? id : (href ?? [])))).toEqual([
      'b-first',
      'b-second',
      'b-third',
      '#b-first',
      '#b-second',
      '#b-third',
    ]);
  });
});

test('the code of an MDX file is left out, and the content of its components stays', () => {
  const body =
    'import X from "./x";\n\nexport const a = {\n  b: 1,\n};\n\nText {props.a}.\n\n<Tabs a={1} b="c">\n\nInside *it*.\n\n</Tabs>\n\n<X/>\n';
  const messages: string[] = [];
  const tree = parseForTest(body, { file: 'a.mdx', report: ({ message }) => messages.push(message) });
  expect(outlineOf(tree)).toBe('p(Text .)p(Inside em(it).)');
  expect(messages.map((message) => /found `(.*?)`/.exec(message)?.[1])).toEqual([
    'import',
    'export',
    '<Tabs>',
    '<X>',
    '{props.a}',
  ]);
});

test('components in Markdown are left out too', () => {
  expect(outline('<X/>\n\n{/* truncate */}\n\nText')).toBe('p(Text)');
});
