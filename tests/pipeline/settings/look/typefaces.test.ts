import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownTypefaces } from '../../../../src/pipeline/settings/look/typefaces.ts';
import { readSettings } from '../../../../src/pipeline/settings/read-settings.ts';
import { woff2 } from '../../../support/font-files.ts';
import { writeContent } from '../../../support/temp-content.ts';

const read = (root: string) => readSettings({ root, env: {}, mode: 'build' });
const settingsWith = (yaml: string, files: Record<string, string | Buffer> = {}) =>
  read(writeContent({ 'site.yaml': `title: A\n${yaml}`, ...files }));

describe('typefaces', () => {
  test.each([
    ['', 'serif'],
    ['typefaces: serif\n', 'serif'],
    ['typefaces: sans\n', 'sans'],
  ])('%j is %s', (yaml, look) => {
    const { settings, diagnostics } = settingsWith(yaml);
    expect(diagnostics).toEqual([]);
    expect(settings.typefaces).toBe(look);
  });

  test('are fonts by role, one file or a list, whose weight, style and metrics are read', () => {
    const { settings, diagnostics } = settingsWith(
      'typefaces:\n  headlines: a.woff2\n  text:\n    - /fonts/b.woff2\n    - fonts/c.woff2\n',
      {
        'a.woff2': woff2({ weight: 800 }),
        'fonts/b.woff2': woff2({ weights: [300, 650], width: 2 }),
        'fonts/c.woff2': woff2({ isItalic: true, firstCharacter: 0x391 }),
      },
    );
    expect(diagnostics).toEqual([]);
    const metrics = { ascent: 0.9, descent: 0.25, lineGap: 0 };
    expect(settings.typefaces).toMatchObject({
      headlines: [{ name: 'a.woff2', isVariable: false, weights: [800, 800], isItalic: false, ...metrics }],
      text: [
        { name: 'b.woff2', isVariable: true, weights: [300, 650], weight: 400, isItalic: false },
        { name: 'c.woff2', weights: [400, 400], isItalic: true },
      ],
    });
    const { headlines = [], text = [] } = ownTypefaces(settings) ?? {};
    expect(text[0]?.width).toBeCloseTo(2 * (headlines[0]?.width ?? 0), 2);
    // A font without Latin letters.
    expect(text[1]).not.toHaveProperty('width');
  });

  test.each([
    [
      'typefaces: mono',
      2,
      'typefaces',
      'Expected `serif`, `sans`, or files for headlines, text or interface, found `mono`.',
    ],
    [
      'typefaces: {}',
      2,
      'typefaces',
      'Expected `serif`, `sans`, or files for headlines, text or interface, found nested fields.',
    ],
    [
      'typefaces:\n  headline: a.woff2',
      3,
      'typefaces.headline',
      'Expected headlines, text or interface, found `headline`.',
    ],
    ['typefaces:\n  text: []', 3, 'typefaces.text', 'Expected a WOFF2 file, found an empty list.'],
    [
      'typefaces:\n  text:',
      3,
      'typefaces.text',
      'Expected the path of a WOFF2 file in the content folder, found nothing.',
    ],
    [
      'typefaces:\n  text: https://a.example/a.woff2',
      3,
      'typefaces.text',
      'Expected the path of a WOFF2 file in the content folder, found `https://a.example/a.woff2`.',
    ],
    [
      'typefaces:\n  text: none.woff2',
      3,
      'typefaces.text',
      'The font `none.woff2` cannot be used: the file does not exist.',
    ],
    [
      'typefaces:\n  text:\n    - a.woff2\n    - none.woff2',
      5,
      'typefaces.text[1]',
      'The font `none.woff2` cannot be used: the file does not exist.',
    ],
    [
      'typefaces:\n  text: ../a.woff2',
      3,
      'typefaces.text',
      'The font `../a.woff2` cannot be used: the file does not exist.',
    ],
    ['typefaces:\n  text: fonts', 3, 'typefaces.text', 'The font `fonts` cannot be used: it is not a file.'],
  ])('%j is an error', (yaml, line, field, message) => {
    const { diagnostics } = settingsWith(`${yaml}\n`, { 'a.woff2': woff2(), 'fonts/a.woff2': woff2() });
    expect(diagnostics).toMatchObject([{ file: 'site.yaml', severity: 'error', line, field, message }]);
  });

  const font = woff2();
  const changed = (at: number, text: string): Buffer => {
    const bytes = Buffer.from(font);
    bytes.write(text, at, 'latin1');
    return bytes;
  };
  test.each([
    ['an empty file', Buffer.of(), 'it is empty'],
    ['a page', Buffer.from('\n<!doctype html><title>Fonts</title>'), 'expected WOFF2, found a page (HTML)'],
    ['TrueType', Buffer.from('\0\x01\0\0\0\x0a', 'latin1'), 'expected WOFF2, found TrueType (TTF)'],
    ['OpenType', Buffer.from('OTTO\0\x0a', 'latin1'), 'expected WOFF2, found OpenType (OTF)'],
    ['WOFF', Buffer.from('wOFF\0\x01\0\0', 'latin1'), 'expected WOFF2, found WOFF'],
    ['a collection', changed(4, 'ttcf'), 'expected WOFF2, found a collection of fonts in WOFF2'],
    ['a text', Buffer.from('Name'), 'expected WOFF2, found another format'],
    ['the beginning of a font', font.subarray(0, 200), 'it is damaged'],
    ['the header of a font', font.subarray(0, 6), 'it is damaged'],
    ['a font with a text after it', Buffer.concat([font, Buffer.from('text')]), 'it is damaged'],
    ['a font with changed bytes', changed(200, 'changed'), 'it is damaged'],
    ['a font of more than 2 MB', woff2({ length: 2_000_004 }), 'it is larger than 2 MB'],
  ])('%s in place of a font is an error', (_, bytes, reason) => {
    const { diagnostics } = settingsWith('typefaces:\n  text: a.woff2\n', { 'a.woff2': bytes });
    expect(diagnostics).toMatchObject([
      { severity: 'error', line: 3, message: `The font \`a.woff2\` cannot be used: ${reason}.` },
    ]);
  });

  test('a path or a link out of the content folder is an error', () => {
    const outside = writeContent({ 'a.woff2': font });
    const root = writeContent({ 'site.yaml': '' });
    const up = path.relative(root, path.join(outside, 'a.woff2')).replaceAll(path.sep, '/');
    symlinkSync(path.join(outside, 'a.woff2'), path.join(root, 'link.woff2'));
    for (const file of [up, 'link.woff2']) {
      writeFileSync(path.join(root, 'site.yaml'), `typefaces:\n  text: ${file}\n`);
      const { diagnostics } = read(root);
      expect(diagnostics).toMatchObject([
        {
          severity: 'error',
          line: 2,
          message: `The font \`${file}\` cannot be used: it is outside the content folder.`,
        },
      ]);
    }
  });

  test.each([
    [300_000, []],
    [300_004, ['Expected a font of at most 300 KB, found 301 KB in `a.woff2`.']],
  ])('a font of %i bytes has the warnings %j', (length, messages) => {
    const { settings, diagnostics } = settingsWith('typefaces:\n  text: [b.woff2, a.woff2]\n', {
      'a.woff2': woff2({ length }),
      'b.woff2': font,
    });
    expect(diagnostics.map(({ message }) => message)).toEqual(messages);
    expect(diagnostics.every(({ severity, field }) => severity === 'warning' && field === 'typefaces.text[1]')).toBe(
      true,
    );
    expect(settings.typefaces).toMatchObject({ text: [{}, { bytes: length }] });
  });
});
