/** The words for what is not there. */
export const notFoundStrings = {
  page: 'There is no such page.',
  pageHelp: 'The address may be mistyped, or the story was withdrawn.',
  story: 'This story is not in the paper.',
  storyHelp: 'It may have been withdrawn or moved.',
  topic: 'There is no such topic.',
  topicHelp: 'It may have been renamed, or its stories were withdrawn.',
  provider: 'No stories from this provider.',
  providerHelp: 'Its stories may have been withdrawn.',
  title: 'Not found',
};
