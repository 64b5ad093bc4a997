/** Asks the topic bar, or the bar at the bottom, for its search. One that does so itself cancels the event. */
export function openTopicSearch(): void {
  const asked = window.dispatchEvent(new CustomEvent('broadsheet:find', { cancelable: true }));
  if (!asked) return;
  const button = document.querySelector<HTMLElement>('.all-topics');
  if (!button?.checkVisibility()) document.querySelector<HTMLElement>('.bottom-bar [aria-haspopup]')?.click();
  else if (button.ariaExpanded !== 'true') button.click();
  else document.querySelector<HTMLElement>('.topic-panel :is(input, a)')?.focus();
}
