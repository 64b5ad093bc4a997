import { describe, expect, test } from 'vitest';
import { articleFile, editionOf, outputsOf } from '../../support/content-folder.ts';
import { png } from '../../support/image-files.ts';

/** Builds an edition with this text of the footer, more lines of `site.yaml`, and more files. */
const footerOf = (footer: string, { yaml = '', ...files }: Record<string, string | Buffer> = {}) => {
  const edition = editionOf({
    'a.md': articleFile('title: A'),
    'site.yaml': `footer: ${JSON.stringify(footer)}\n${String(yaml)}`,
    ...files,
  });
  return { footer: edition.built.footer, diagnostics: edition.diagnostics, edition };
};

describe('the text of the footer', () => {
  test('is Markdown: paragraphs, lists, links and emphasis', () => {
    const text =
      '© 2026 *Town Paper*  \n[Web](https://paper.example) [mail](mailto:a@paper.example)\n\n- **one**\n- two';
    expect(footerOf(text)).toMatchObject({
      diagnostics: [],
      footer: [
        {
          tag: 'p',
          children: [
            '© 2026 ',
            { tag: 'em', children: ['Town Paper'] },
            { tag: 'br' },
            { tag: 'a', href: 'https://paper.example/', children: ['Web'] },
            ' ',
            { tag: 'a', href: 'mailto:a@paper.example', children: ['mail'] },
          ],
        },
        {
          tag: 'ul',
          children: [
            { tag: 'li', children: [{ tag: 'strong', children: ['one'] }] },
            { tag: 'li', children: ['two'] },
          ],
        },
      ],
    });
  });

  test('links to articles, pages and files of the folder', () => {
    const { footer, diagnostics, edition } = footerOf('[Imprint](pages/imprint.md), [A](/a.md), [terms](terms.pdf)', {
      yaml: 'pagesFolder: pages\n',
      'pages/imprint.md': '# Imprint\n\nWe.\n',
      'terms.pdf': '%PDF-1.4',
    });
    expect(diagnostics).toEqual([]);
    const [file = ''] = edition.built.localImages.map(({ output }) => output);
    expect(file).toMatch(/^assets\/content\/terms-[0-9a-f]{8}\.pdf$/);
    expect(footer).toEqual([
      {
        tag: 'p',
        children: [
          { tag: 'a', children: ['Imprint'], to: '/imprint/' },
          ', ',
          { tag: 'a', children: ['A'], to: '/articles/a/' },
          ', ',
          { tag: 'a', href: file, children: ['terms'] },
        ],
      },
    ]);
    expect(JSON.parse(outputsOf(edition).get('data/edition.json') ?? '')).toMatchObject({ footer });
  });

  test('keeps the text of everything else, with a warning', () => {
    const { footer, diagnostics } = footerOf('# Us\n\n> a quote\n\n| x |\n| --- |\n| y |\n\n![A pier](pier.png)\n', {
      'pier.png': png(8, 4),
    });
    expect(JSON.stringify(footer)).toMatch(/Us.*a quote.*x.*y.*A pier/);
    expect(JSON.stringify(footer)).not.toMatch(/"(?:h2|blockquote|table|td|img)"/);
    expect(diagnostics).toMatchObject([{ code: 'simplified', field: 'footer', line: 1 }]);
    expect(diagnostics[0]?.message).toContain('`h2`, `blockquote`');
  });

  test('has no HTML of its own: markup becomes text or elements of the list', () => {
    const { footer } = footerOf('<script>alert(1)</script>\n\n<b onclick="x()">bold</b> [x](javascript:alert(1))');
    expect(JSON.stringify(footer)).not.toMatch(/"(?:script|onclick|href)"/);
    expect(JSON.stringify(footer)).toContain('bold');
  });

  test('a link that leads nowhere is a warning at the setting', () => {
    const { footer, diagnostics } = footerOf('[Gone](gone.md)');
    expect(footer).toEqual([{ tag: 'p', children: ['Gone'] }]);
    expect(diagnostics).toMatchObject([{ file: 'site.yaml', line: 1, field: 'footer', code: 'bad-link' }]);
  });

  test.each([
    ['footer: [a]', 'text in Markdown'],
    [`footer: ${'x'.repeat(2_001)}`, 'at most 2,000 characters, found 2,001'],
    ['credit: maybe', '`show` or `hide`'],
  ])('%.20s is an error', (yaml, expected) => {
    const { diagnostics } = editionOf({ 'a.md': articleFile('title: A'), 'site.yaml': `${yaml}\n` });
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'bad-setting', file: 'site.yaml', line: 1 }]);
    expect(diagnostics[0]?.message).toContain(expected);
  });
});

test('`credit` hides the name of the software, which is shown by default', () => {
  const siteOf = (yaml: string) =>
    editionOf({ 'a.md': articleFile('title: A'), 'site.yaml': yaml }).built.settings.site;
  expect(siteOf('')).not.toHaveProperty('hidesCredit');
  expect(siteOf('credit: show\n')).not.toHaveProperty('hidesCredit');
  expect(siteOf('credit: hide\n')).toMatchObject({ hidesCredit: true });
});
