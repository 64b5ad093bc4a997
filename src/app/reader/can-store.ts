/** Whether the browser's storage can be written: it may be blocked, or full. */
export function canStore(): boolean {
  const key = 'broadsheet:try';
  try {
    localStorage.setItem(key, key);
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
