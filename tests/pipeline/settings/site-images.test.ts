import { describe, expect, test } from 'vitest';
import { articleFile, editionOf, type Files } from '../../support/content-folder.ts';
import { png } from '../../support/image-files.ts';

const read = (nameplate: string, files: Files = {}) => {
  const { built, diagnostics } = editionOf({
    'a.md': articleFile(),
    'site.yaml': `nameplate: ${nameplate}\n`,
    ...files,
  });
  return { nameplate: built.settings.site.nameplate, diagnostics, images: built.localImages };
};

describe('the nameplate', () => {
  test('is a picture with its size', () => {
    const { nameplate, diagnostics, images } = read('look/name plate.png', { 'look/name plate.png': png(900, 100) });
    expect(diagnostics).toEqual([]);
    expect(nameplate).toMatchObject({ light: { width: 900, height: 100 } });
    expect(nameplate?.light.url).toMatch(/^assets\/content\/name-plate-[0-9a-f]{8}\.png$/);
    expect(images).toHaveLength(1);
  });

  test('is a picture for each theme', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 10"></svg>';
    const files = { 'day.png': png(900, 100), 'night.svg': svg };
    expect(read('{ light: day.png, dark: night.svg }', files)).toMatchObject({
      diagnostics: [],
      nameplate: { light: { width: 900 }, dark: { width: 90, height: 10 } },
    });
  });

  test.each<[string, string, Files]>([
    ['a picture that is missing', 'bad-local-image', {}],
    ['a file that is no picture', 'bad-local-image', { 'n.svg': '<!doctype html><p>Not found</p>' }],
    ['a picture without a size', 'no-size', { 'n.svg': '<svg xmlns="http://www.w3.org/2000/svg"></svg>' }],
  ])('%s is a warning, and the title is shown', (_, code, files) => {
    expect(read('n.svg', files)).toMatchObject({
      nameplate: undefined,
      diagnostics: [{ severity: 'warning', code, file: 'site.yaml', line: 1, field: 'nameplate' }],
    });
  });

  test.each([
    ['https://b.example/n.svg', 'the path of a picture', 'nameplate'],
    ['{ night: n.svg }', '`light` or `dark`', 'nameplate.night'],
    ['{ dark: n.svg }', 'for the light theme', 'nameplate'],
    ['[n.svg]', 'the path of a picture', 'nameplate'],
  ])('%s is an error', (value, expected, field) => {
    const { diagnostics } = read(value, { 'n.svg': '' });
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'bad-setting', line: 1, field }]);
    expect(diagnostics[0]?.message).toContain(expected);
  });
});
