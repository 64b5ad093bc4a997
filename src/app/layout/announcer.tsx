/** What changes on the page, for those who do not see it: said once, when they have heard what they were hearing. */
export function Announcer() {
  return <p id="announcer" role="status" className="sr-only" />;
}

export function announce(text: string): void {
  const place = document.getElementById('announcer');
  if (place) place.textContent = text;
}
