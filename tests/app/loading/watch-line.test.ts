import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { strings } from '../../../src/app/i18n/strings.ts';

let isOnline: boolean;
/** Whether the server can be reached. */
let isAnswered: boolean;
let requests: number;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  [isOnline, isAnswered, requests] = [true, true, 0];
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => isOnline);
  vi.stubGlobal('fetch', () => {
    requests += 1;
    return isAnswered ? Promise.resolve(new Response()) : Promise.reject(new TypeError('Failed to fetch'));
  });
  const { watchLine } = await import('../../../src/app/loading/watch-line.ts');
  watchLine(new QueryClient());
});
afterEach(() => {
  document.getElementById('notice')?.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Tells the page that the browser has lost its network, or has one again. */
async function setOnline(value: boolean): Promise<void> {
  isOnline = value;
  dispatchEvent(new Event(value ? 'online' : 'offline'));
  await vi.advanceTimersByTimeAsync(1);
}

const note = (): string | null | undefined => document.querySelector('#notice p')?.textContent;

test('a request that is answered while the network is being lost is not the last one', async () => {
  await setOnline(false);
  expect([note(), requests]).toEqual([undefined, 1]);
  isAnswered = false;
  await vi.advanceTimersByTimeAsync(2001);
  expect([note(), requests]).toEqual([strings.failureReasons.offline, 2]);
  isAnswered = true;
  await setOnline(true);
  expect(note()).toBeUndefined();
  const asked = requests;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(requests).toBe(asked);
});

test('the note says that the device is offline once the browser does', async () => {
  isAnswered = false;
  const { reportLine } = await import('../../../src/app/data/line.ts');
  reportLine(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(note()).toBe(strings.failureReasons.unreachable);
  await setOnline(false);
  expect(note()).toBe(strings.failureReasons.offline);
});
