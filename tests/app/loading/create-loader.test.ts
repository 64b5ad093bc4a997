import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FetchError, TIME_LIMIT_MS } from '../../../src/app/data/fetch-json.ts';
import { createLoader } from '../../../src/app/loading/create-loader.ts';
import { retryFailed } from '../../../src/app/loading/retry-failed.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const client = new QueryClient();
const missing = () => new FetchError('missing', 'assets/x.js');

test('loads code once', async () => {
  const importCode = vi.fn<() => Promise<string>>().mockResolvedValue('code');
  const loader = createLoader(importCode);
  expect(await Promise.all([loader.load(), loader.load()])).toEqual([true, true]);
  expect(await loader.load()).toBe(true);
  expect([loader.value(), loader.error(), importCode.mock.calls.length]).toEqual(['code', undefined, 1]);
});

test('keeps the reason of a failure, and loads again when what has failed is tried again', async () => {
  const importCode = vi.fn<() => Promise<string>>().mockRejectedValueOnce(missing()).mockResolvedValueOnce('code');
  const loader = createLoader(importCode);
  const states: unknown[] = [];
  loader.subscribe(() => states.push(loader.value() ?? loader.error()?.reason));
  expect(await loader.load()).toBe(false);
  await retryFailed(client);
  await loader.load();
  expect(states).toEqual(['missing', undefined, 'code']);
});

test('is slow after the time limit, and takes what comes later', async () => {
  let resolve = (_code: string): void => {};
  const loader = createLoader(() => new Promise<string>((done) => (resolve = done)));
  const loading = loader.load();
  await vi.advanceTimersByTimeAsync(TIME_LIMIT_MS);
  expect(await loading).toBe(false);
  expect(loader.error()?.reason).toBe('slow');
  resolve('code');
  await vi.advanceTimersByTimeAsync(0);
  expect([loader.value(), loader.error()]).toEqual(['code', undefined]);
});

test('a failure that comes after another attempt has succeeded changes nothing', async () => {
  let reject = (_reason: Error): void => {};
  const importCode = vi
    .fn<() => Promise<string>>()
    .mockReturnValueOnce(new Promise((_resolve, fail) => (reject = fail)))
    .mockResolvedValueOnce('code');
  const loader = createLoader(importCode);
  void loader.load();
  await vi.advanceTimersByTimeAsync(TIME_LIMIT_MS);
  await retryFailed(client);
  await loader.load();
  reject(missing());
  await vi.advanceTimersByTimeAsync(0);
  expect([loader.value(), loader.error()]).toEqual(['code', undefined]);
});
