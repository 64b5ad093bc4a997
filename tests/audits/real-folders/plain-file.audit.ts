import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { expectPlainEqualsFull } from '../../support/plain-file.ts';
import { REAL } from './shared.ts';

test('the fast parser reads nearly all real files, with the same result as the full parser', () => {
  const names = readdirSync(REAL, { recursive: true, encoding: 'utf8' }).filter((name) => /_news.*\.md$/.test(name));
  expect(names.length).toBeGreaterThan(200);
  const read = names.filter((name) => expectPlainEqualsFull(readFileSync(path.join(REAL, name), 'utf8')));
  expect(read.length).toBeGreaterThan(names.length * 0.9);
});
