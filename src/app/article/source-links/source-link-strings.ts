/** Strings of the list of source links on an article's page. */
export const sourceLinkStrings = {
  byWayOf: 'by way of',
  notLoading: 'Not loading?',
  notLoadingHelp: 'The address may have moved since. These may still be there:',
  archiveCopy: 'Copy in a web archive',
};
