import { interfaceAttributes } from '../i18n/locale.ts';

/** A live region: screen readers read its text after what they are reading. */
export function Announcer() {
  return <p id="announcer" role="status" className="sr-only" {...interfaceAttributes} />;
}

export function announce(text: string): void {
  const element = document.getElementById('announcer');
  if (element) element.textContent = text;
}
