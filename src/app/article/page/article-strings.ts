/** The words of the article page that no other page has. */
export const articleStrings = {
  share: 'Share',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  copyByHand: 'Copy it from here:',
  linkOfStory: 'Link to this story',
  nearestStories: 'More on these topics',
  moreStories: (count: number) => (count === 1 ? '1 more story' : `${count} more stories`),
  contentFile: 'Content file',
  at: 'at',
  neighbours: 'Previous and next story',
  previous: 'Previous',
  next: 'Next',
};
