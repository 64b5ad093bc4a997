import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unpackJson } from '../../../../src/model/unpack-page-data.ts';
import { packJson } from '../../../../src/pipeline/output/pages/pack-json.ts';

const unpacked = (value: unknown): unknown => unpackJson(JSON.parse(packJson(value)));

describe('packed JSON', () => {
  test('writes keys once, and equal objects and long strings once', () => {
    const provider = { name: 'News', domain: 'news.example' };
    const stories = [
      { title: 'One of them', provider },
      { title: 'Another one', provider },
      { title: 'Another one', provider: { ...provider } },
    ];
    expect(packJson(stories)).toBe(
      '[0,[["title","provider"],"One of them",[["name","domain"],"News","news.example"]],[1,"Another one",[-3]],[-6]]',
    );
    expect(unpacked(stories)).toEqual(stories);
  });

  test('does not take a string for an object, or keys with a line break for several keys', () => {
    const value = [{ a: 1 }, '{"a":1}', '{"a":1}', { a: 1 }, { 'a\nb': 1 }, { a: 1, b: 2 }];
    expect(unpacked(value)).toEqual(value);
  });

  test('leaves out values that are undefined, as JSON does', () => {
    expect(unpacked({ a: undefined, b: [undefined, null] })).toEqual({ b: [null, null] });
  });

  test('is unpacked to an equal value', () => {
    // Few strings, so that values repeat.
    const text = fc.constantFrom(
      '',
      'short',
      'a long string',
      'another long string',
      '<script>',
      '__proto__',
      'ümlaut 🚀 text',
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'medium' },
        text,
        fc.integer({ min: -9, max: 9 }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(text, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, (json) => {
        expect(JSON.stringify(unpacked(json))).toBe(JSON.stringify(json));
      }),
      { numRuns: 500 },
    );
  });

  test('an own key named like the prototype stays a key', () => {
    const value: unknown = JSON.parse('{"__proto__":{"a":1},"b":2}');
    expect(JSON.stringify(unpacked(value))).toBe('{"__proto__":{"a":1},"b":2}');
  });
});
