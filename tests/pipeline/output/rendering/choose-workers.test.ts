import { expect, test } from 'vitest';
import { chooseWorkers } from '../../../../src/pipeline/output/rendering/choose-workers.ts';

const GB = 1_000_000_000;

function countFor(cores: number, memory: number, files: Record<string, string> = {}): number {
  return chooseWorkers({}, { cores, memory, read: (file) => files[file] }).count;
}

test('there is a thread for each core, at most eight', () => {
  expect([1, 2, 8, 64].map((cores) => countFor(cores, 16 * GB))).toEqual([1, 2, 8, 8]);
});

test('there are no more threads than fit into free memory', () => {
  expect([0.1, 0.4, 0.6].map((memory) => countFor(8, memory * GB))).toEqual([1, 2, 4]);
});

test.each([
  ['a container', { '/proc/self/cgroup': '0::/\n', '/sys/fs/cgroup/cpu.max': '250000 100000\n' }],
  [
    'a group',
    {
      '/proc/self/cgroup': '0::/user.slice/build\n',
      '/sys/fs/cgroup/cpu.max': 'max 100000\n',
      '/sys/fs/cgroup/user.slice/build/cpu.max': '200000 100000\n',
    },
  ],
  [
    'a group around the group',
    {
      '/proc/self/cgroup': '0::/a/b\n',
      '/sys/fs/cgroup/a/cpu.max': '200000 100000\n',
      '/sys/fs/cgroup/a/b/cpu.max': 'max 100000\n',
    },
  ],
  [
    'version 1',
    { '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '200000\n', '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000\n' },
  ],
])('the quota of the control group counts: %s', (_, files) => {
  expect(countFor(8, 16 * GB, files)).toBe(2);
});

test('a group without a quota does not count, and a small one leaves one thread', () => {
  expect(countFor(8, 16 * GB, { '/sys/fs/cgroup/cpu.max': 'max 100000\n' })).toBe(8);
  expect(
    countFor(8, 16 * GB, {
      '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '-1',
      '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000',
    }),
  ).toBe(8);
  expect(countFor(8, 16 * GB, { '/sys/fs/cgroup/cpu.max': '50000 100000\n' })).toBe(1);
});

test('WORKERS overrides all that, also for few pages', () => {
  const machine = { cores: 2, memory: GB, read: () => undefined };
  expect(chooseWorkers({ WORKERS: '12' }, machine)).toEqual({ count: 12, minPages: 0 });
  expect(chooseWorkers({ WORKERS: '' }, machine).minPages).toBeGreaterThan(500);
});

test.each(['0', '-1', 'two', '1.5', '100'])('WORKERS=%s is refused', (WORKERS) => {
  expect(() => chooseWorkers({ WORKERS })).toThrow(`WORKERS: Expected a number from 1 to 99, found \`${WORKERS}\`.`);
});
