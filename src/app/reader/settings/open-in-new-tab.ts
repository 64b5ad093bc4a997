import { chosenOption } from './settings.ts';

/** Opens sources in a new tab, if the reader has chosen that. The attribute is set at the click, which reads it after. */
export function openSourcesAsChosen(): void {
  document.addEventListener(
    'click',
    ({ target }) => {
      const link = target instanceof Element ? target.closest('a') : null;
      if (!link || !/^https?:$/.test(link.protocol) || link.host === location.host) return;
      link.target = chosenOption('link-target') === 'new' ? '_blank' : '';
    },
    { capture: true },
  );
}
