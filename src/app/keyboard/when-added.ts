/** Calls `act` when the page has an element that matches, unless the reader has left for another page before. */
export function whenAdded(selector: string, act: () => void): void {
  if (document.querySelector(selector)) {
    act();
    return;
  }
  const { pathname } = location;
  const observer = new MutationObserver(() => {
    const isLeft = location.pathname !== pathname;
    if (!isLeft && !document.querySelector(selector)) return;
    observer.disconnect();
    if (!isLeft) act();
  });
  observer.observe(document.body, { childList: true, subtree: true });
}
