const FEED_HOST = /^https?:\/\/(?:(?:feeds|feedproxy|rss)\.|[^/?#]*\bfeedburner\.)/i;
const FEED_PATH = /^https?:\/\/[^/]+\/[^?#:]*(?:~r|~3)\//i;

/** Whether an address is a feed's: it only redirects to the story, through a host that may not be the provider's. */
export const isFeedRedirect = (url: string): boolean => FEED_HOST.test(url) || FEED_PATH.test(url);
