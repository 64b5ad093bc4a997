import { headFile, pageFile } from '../../model/edition-files.ts';
import { feedHead, feedPages } from '../feeds.ts';
import { jsonFile, type Output } from './output-file.ts';

/** The archive pages and the head of every feed. */
export const feeds: Output = function* (built) {
  for (const feed of built.feeds) {
    for (const page of feedPages(feed)) yield jsonFile(pageFile(feed.feed, page.page), page);
    yield jsonFile(headFile(feed.feed), feedHead(feed));
  }
};
