/** Whether a file is a page of the publisher. */
export const isPageFile = ({ file, pagesFolder }: { file: string; pagesFolder?: string | undefined }): boolean =>
  pagesFolder !== undefined && file.normalize('NFC').startsWith(`${pagesFolder}/`);
