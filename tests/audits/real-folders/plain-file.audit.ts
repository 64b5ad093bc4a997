import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { expectPlainEqualsFull } from '../../support/plain-file.ts';
import { REAL } from './shared.ts';

test('the shortcut for plain files equals the full parser on real files, nearly all of which it reads', () => {
  const names = readdirSync(REAL, { recursive: true, encoding: 'utf8' }).filter((name) => /_news.*\.md$/.test(name));
  expect(names.length).toBeGreaterThan(200);
  const read = names.filter((name) => expectPlainEqualsFull(readFileSync(path.join(REAL, name), 'utf8')));
  expect(read.length).toBeGreaterThan(names.length * 0.9);
});
