const FEED_HOST = /^https?:\/\/(?:(?:feeds|feedproxy|rss)\.|[^/?#]*\bfeedburner\.)/i;
const FEED_PATH = /^https?:\/\/[^/]+\/[^?#:]*(?:~r|~3)\//i;

/** Whether a URL is a redirect from a feed to the story. Its host may not be the provider's, and may be gone. */
export const isFeedRedirect = (url: string): boolean => FEED_HOST.test(url) || FEED_PATH.test(url);
