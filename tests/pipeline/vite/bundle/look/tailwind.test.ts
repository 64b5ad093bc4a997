import tailwindcss from '@tailwindcss/vite';
import type { Plugin } from 'vite';
import { expect, test } from 'vitest';
import { tailwind } from '../../../../../src/pipeline/vite/bundle/look/tailwind.ts';

/** The hooks of a plugin, with their options. */
const hooksOf = ({ name: _, enforce: __, apply: ___, ...hooks }: Plugin): [name: string, options: object][] =>
  Object.entries(hooks).map(([name, hook]) => [name, typeof hook === 'object' ? { ...hook, handler: true } : {}]);

test('all hooks of the plugins of Tailwind are passed on to them, before those of Vite', () => {
  const names = new Set(tailwindcss().flatMap((plugin) => hooksOf(plugin).map(([name]) => name)));
  expect([...names].sort()).toEqual(
    hooksOf(tailwind())
      .map(([name]) => name)
      .sort(),
  );
  for (const { enforce, apply } of tailwindcss()) {
    expect(enforce).toBe(tailwind().enforce);
    expect([undefined, 'build', 'serve']).toContain(apply);
  }
});

test('the plugins of Tailwind get the style sheets that they ask for, by name', () => {
  const options = tailwindcss()
    .flatMap(hooksOf)
    .filter(([, value]) => 'handler' in value);
  // If an update of Tailwind changes them, look at the filter in `tailwind.ts`.
  expect(options).toEqual(
    ['serve', 'build'].map(() => [
      'transform',
      {
        filter: {
          id: {
            exclude: [/\/\.vite\//, /[?&](?:worker|sharedworker|raw|url)\b/, /\?commonjs-proxy/],
            include: [/\.css(?:\?.*)?$/, /&lang\.css/, /[?&]index=\d+\.css$/],
          },
        },
        handler: true,
      },
    ]),
  );
});
