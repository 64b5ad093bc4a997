/** Offers a file to the reader as a download. */
export function downloadFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has started to read the file.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
