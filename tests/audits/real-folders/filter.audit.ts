// @vitest-environment happy-dom
import { afterEach, test, vi } from 'vitest';
import { buildIn } from '../../support/content-folder.ts';
import { expectSamePairs, paperOf } from '../../support/filter-oracle.ts';
import { POWER_APPS } from './shared.ts';

afterEach(() => vi.unstubAllGlobals());

test('any, all and not of every pair of topics find the same as filtering the whole list', async () => {
  await expectSamePairs(paperOf(buildIn(POWER_APPS)));
});
