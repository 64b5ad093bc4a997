/** Whether local storage can be written. It may be blocked, or full. */
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
