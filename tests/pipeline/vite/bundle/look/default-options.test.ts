import { expect, test } from 'vitest';
import { applyDefaults, type SettingValues } from '../../../../../src/pipeline/settings/settings.ts';
import { defaultOptions, withDefaultOptions } from '../../../../../src/pipeline/vite/bundle/look/default-options.ts';

test.each<[string, SettingValues, Record<string, string>, string]>([
  ['those of the app', {}, {}, ''],
  ['those of the app, if named', { layout: 'cards', typefaces: 'serif' }, {}, ''],
  ['a list', { layout: 'list' }, { density: 'list' }, ' data-density="list"'],
  ['no serifs', { typefaces: 'sans' }, { 'text-face': 'sans' }, ' data-text-face="sans"'],
  [
    'own typefaces and headlines',
    { layout: 'headlines', typefaces: { text: [] } },
    { density: 'headlines', 'text-face': 'own' },
    ' data-density="headlines" data-text-face="own"',
  ],
])('the options of a paper are %s', (_, values, options, attributes) => {
  const settings = applyDefaults(values, { mode: 'build', hasApi: false });
  expect(defaultOptions(settings)).toEqual(options);
  expect(withDefaultOptions('<!doctype html>\n<html lang="en">', settings)).toBe(
    `<!doctype html>\n<html lang="en"${attributes}>`,
  );
});
