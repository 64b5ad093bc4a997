import { readStored, useStored, writeStored } from './storage.ts';

/** How densely stories are set in lists. */
export const DENSITIES = ['cards', 'list', 'headlines'] as const;

type Density = (typeof DENSITIES)[number];

const DENSITY = 'density';

export const useDensity = (): Density => asDensity(useStored(DENSITY));

export function setDensity(density: Density): void {
  writeStored(DENSITY, density === 'cards' ? '' : density);
  // The button is painted first: a slow machine takes a while to set all stories anew.
  requestAnimationFrame(() => setTimeout(showDensity));
}

/** Sets the stories as is stored. The script in `index.html` does the same before the first paint. */
export function showDensity(): void {
  const { dataset } = document.documentElement;
  const density = asDensity(readStored(DENSITY));
  if (density === 'cards') delete dataset.density;
  else dataset.density = density;
}

/** What is stored may be anything. */
const asDensity = (stored: string | undefined): Density => DENSITIES.find((known) => known === stored) ?? 'cards';
