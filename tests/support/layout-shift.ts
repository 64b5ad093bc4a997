import type { Page } from 'playwright-core';

/** Sums layout shifts without recent input since the first paint. https://web.dev/articles/cls */
export async function watchShifts(page: Page): Promise<{ total: () => Promise<number> }> {
  await page.addInitScript(countShifts);
  return { total: () => page.evaluate(totalShift) };
}

/** Includes what has changed and is not drawn yet. */
async function totalShift(): Promise<number> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return (window as unknown as { shift: number }).shift;
}

function countShifts(): void {
  const counted = window as unknown as { shift: number };
  counted.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
      if (!hadRecentInput) counted.shift += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
