import { expect, test } from 'vitest';
import { findTomlKeys } from '../../../../../src/pipeline/content/front-matter/toml/find-toml-keys.ts';
import { editionOf } from '../../../../support/content-folder.ts';

const SOURCE = `
# a comment = "no key"
title = "A = B # C"
"quoted key" = 'x'
a.b . 'c' = 1_000 # a comment
long = """
quality = 5 \\""" still
""""
list = [ # [
  "]",
  { name = "}", deep.er = [1, 2] },
]
[table."of contents"]
key = 2021-05-19 10:00:00Z
[[related]]
title = true
[[related]]
[[related.images]]
url = 'u'
[related.provider]
name = "n"
`;

test('finds every key of TOML with its offsets and the text of its value', () => {
  const keys = [...findTomlKeys(SOURCE)].map(([path, { key, value, text }]) => [
    path,
    SOURCE.slice(key, key + 4).split('\n')[0],
    SOURCE.slice(value, value + 4).split('\n')[0],
    text,
  ]);
  expect(keys).toEqual([
    ['title', 'titl', '"A =', ''],
    ['quoted key', '"quo', "'x'", ''],
    ['a', 'a.b ', '1_00', ''],
    ['a.b', 'b . ', '1_00', ''],
    ['a.b.c', 'a.b ', '1_00', '1_000'],
    ['long', 'long', '"""', ''],
    ['list', 'list', '[ # ', ''],
    ['list[0]', '"]",', '"]",', ''],
    ['list[1].name', 'name', '"}",', ''],
    ['list[1].deep', 'deep', '[1, ', ''],
    ['list[1].deep.er', 'deep', '[1, ', ''],
    ['list[1].deep.er[0]', '1, 2', '1, 2', '1'],
    ['list[1].deep.er[1]', '2] }', '2] }', '2'],
    ['list[1]', '{ na', '{ na', ''],
    ['table.of contents', 'tabl', '[tab', ''],
    ['table.of contents.key', 'key ', '2021', '2021-05-19 10:00:00Z'],
    ['related[0]', 'rela', '[[re', ''],
    ['related[0].title', 'titl', 'true', 'true'],
    ['related[1]', 'rela', '[[re', ''],
    ['related[1].images[0]', 'rela', '[[re', ''],
    ['related[1].images[0].url', 'url ', "'u'", ''],
    ['related[1].provider', 'rela', '[rel', ''],
    ['related[1].provider.name', 'name', '"n"', ''],
  ]);
});

test('numbers, booleans and dates keep their spelling', () => {
  const { articles } = editionOf({
    'a.md':
      '+++\n\ntitle = 1_000\ndate = 2021-05-19\nlink = "https://a.example/"\ntopics = [1.50, true, { }, 0x1F]\n+++\n',
  });
  expect(articles[0]?.title).toBe('1_000');
  expect(articles[0]?.topics.map(({ name }) => name)).toEqual(['1.50', 'true', '0x1F']);
});

test.each(['a = [[[', 'a = {', 'a = """', '[', '[[', '=', '"', 'a.', '[a.b', ']', '\\', '\r'])(
  'invalid TOML is skipped: %j',
  (source) => {
    expect(findTomlKeys(source).size).toBeLessThan(5);
  },
);
