import type { Plugin } from 'vite';

/** What a plugin makes of the code of a module. Code that it leaves as it is, is returned. */
export function runTransform({ transform }: Plugin, code: string, id: string): string {
  if (typeof transform !== 'function') throw new Error('Expected a plugin that transforms modules');
  const context = {} as ThisParameterType<typeof transform>;
  const result = transform.call(context, code, id);
  return typeof result === 'string' ? result : code;
}
