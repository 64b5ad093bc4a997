import { searchPath } from '../../../model/addresses/permalinks.ts';
import type { Site } from '../../../model/site.ts';
import { FAVICON } from '../../settings/look/icon-names.ts';
import { publicPath, publicUrl } from '../../settings/public-url.ts';
import { contentTypeOf } from '../../util/content-types.ts';
import { escapeAttribute } from '../files/escape-attribute.ts';
import { type OutputFile, textFile } from '../files/output-file.ts';
import { element, textElement, XML_DECLARATION } from '../syndication/shared/xml.ts';

const FILE = 'opensearch.xml';
const NAMESPACE = 'http://a9.com/-/spec/opensearch/1.1/';
/** The longest name and description that the specification allows. */
const MAX_NAME = 16;
const MAX_DESCRIPTION = 1024;

/** Whether browsers can offer the search: the description must contain a full URL. */
const hasOpenSearch = ({ address, hasNoSearch }: Site): boolean => address !== undefined && !hasNoSearch;

/**
 * The description with which browsers add the site to their search engines.
 * https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md
 */
export const openSearchFiles = (site: Site): OutputFile[] =>
  hasOpenSearch(site) ? [textFile(FILE, () => describeSearch(site))] : [];

export const openSearchLink = (site: Site): string =>
  hasOpenSearch(site)
    ? `<link rel="search" type="application/opensearchdescription+xml" title="${escapeAttribute(site.title)}" href="${escapeAttribute(publicPath(site, FILE))}">`
    : '';

/** The address of a search, with a placeholder for the query. */
export const searchUrlTemplate = (site: Site, placeholder: string): string =>
  `${publicUrl(site, searchPath)}?q={${placeholder}}`;

function describeSearch(site: Site): string {
  const { title, description = title, language, onlyIcon } = site;
  return (
    XML_DECLARATION +
    element(
      'OpenSearchDescription',
      { xmlns: NAMESPACE },
      textElement('ShortName', cutAtSpace(title)) +
        textElement('Description', cut(description, MAX_DESCRIPTION)) +
        textElement('Language', language) +
        textElement('InputEncoding', 'UTF-8') +
        (onlyIcon === undefined
          ? textElement('Image', publicUrl(site, FAVICON), { width: 32, height: 32, type: 'image/x-icon' })
          : textElement('Image', publicUrl(site, onlyIcon), { type: contentTypeOf(onlyIcon) })) +
        element('Url', { type: 'text/html', template: searchUrlTemplate(site, 'searchTerms') }),
    )
  );
}

/** A name that is too long ends with a whole word, if its first word is short enough. */
function cutAtSpace(title: string): string {
  const start = cut(title, MAX_NAME);
  const isWhole = !/^[\p{L}\p{M}\p{N}]/u.test(title.slice(start.length));
  return isWhole ? start : start.replace(/\s+\S*$/, '');
}

const cut = (text: string, length: number): string => Array.from(text).slice(0, length).join('').trim();
