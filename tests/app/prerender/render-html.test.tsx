import { lazy, Suspense } from 'react';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../../src/app/prerender/render-html.ts';

function Broken(): never {
  throw new Error('a bug');
}
const NotLoaded = lazy(() => new Promise<never>(() => {}));

test('what belongs into the head is apart', () => {
  const page = (
    <>
      <title>{'A & B'}</title>
      <p>{'Text <!--$!-->'}</p>
    </>
  );
  expect(renderHtml(page)).toEqual({
    head: '<title>A &amp; B</title>',
    body: '<p>Text &lt;!--$!--&gt;</p>',
  });
});

describe('the build does not go on without the content of a page', () => {
  test.each([
    ['a component fails', Broken],
    ['a component is not loaded', NotLoaded],
  ])('if %s', (_, Part) => {
    const page = (
      <Suspense fallback="Loading">
        <Part />
      </Suspense>
    );
    expect(() => renderHtml(page)).toThrow('a component failed or was not loaded');
  });
});
