/** A URL if it is http(s). The pipeline has validated all URLs; this is for data that was changed on its way. */
export const safeUrl = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:/i.test(url) ? url : undefined;
