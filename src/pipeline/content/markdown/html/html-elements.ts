/*
 * What becomes of the elements of HTML in a body. Elements that are in no list are replaced by their content.
 */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that are left out with their content: they run code, load something, or are meant for a form. */
export const LEFT_OUT = set(
  'script style template svg math object embed applet frame frameset noembed noframes xmp plaintext title textarea ' +
    'select button input datalist canvas link meta base head dialog portal map param keygen bgsound layer',
);

/** Elements without content. */
export const VOID = set('area base br col embed hr img input link meta param source track wbr frame keygen bgsound');

/** Elements that only group others. Their content is separate from what is around it. */
export const GROUPS = set(
  'div section article main header footer aside nav center address form fieldset legend hgroup noscript search ' +
    'body html menu dir multicol marquee',
);

/** Elements that cannot be in a paragraph. */
export const BLOCKS = set(
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr figure figcaption details summary table caption colgroup ' +
    'thead tbody tfoot tr th td iframe',
);

export const isBlock = (name: string): boolean => BLOCKS.has(name) || GROUPS.has(name);

/** Elements that a body shows by another name. */
export const SYNONYMS: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  s: 'del',
  strike: 'del',
  samp: 'code',
  tt: 'code',
};

/** Elements of text that may hold other text only. A block in them ends them. */
export const INLINE = set('a strong em del ins mark small sub sup kbd code u q abbr span font');

/** What an opening element closes, unless one of the elements in `within` is in between. */
interface ImpliedEnd {
  closes: ReadonlySet<string>;
  within: ReadonlySet<string>;
}

const CELL_PARENTS = set('table');
const LISTS = set('ul ol table');
const CONTAINERS = set('table td th caption');

/** https://html.spec.whatwg.org/multipage/syntax.html#optional-tags */
const IMPLIED_ENDS: Readonly<Record<string, readonly ImpliedEnd[]>> = {
  li: [{ closes: set('li'), within: LISTS }],
  dt: [{ closes: set('dt dd'), within: set('dl table') }],
  dd: [{ closes: set('dt dd'), within: set('dl table') }],
  td: [{ closes: set('td th'), within: set('tr table') }],
  th: [{ closes: set('td th'), within: set('tr table') }],
  tr: [{ closes: set('tr caption colgroup'), within: CELL_PARENTS }],
  thead: [{ closes: set('thead tbody tfoot caption colgroup'), within: CELL_PARENTS }],
  tbody: [{ closes: set('thead tbody tfoot caption colgroup'), within: CELL_PARENTS }],
  tfoot: [{ closes: set('thead tbody tfoot caption colgroup'), within: CELL_PARENTS }],
  a: [{ closes: set('a'), within: CONTAINERS }],
};

const PARAGRAPH: readonly ImpliedEnd[] = [{ closes: set('p'), within: CONTAINERS }];
const HEADING: readonly ImpliedEnd[] = [{ closes: set('p h1 h2 h3 h4 h5 h6'), within: CONTAINERS }];
const NONE: readonly ImpliedEnd[] = [];

/** The ends that the start of an element implies. */
export function impliedEnds(name: string): readonly ImpliedEnd[] {
  const own = IMPLIED_ENDS[name];
  if (own) return isBlock(name) ? [...own, ...PARAGRAPH] : own;
  if (/^h[1-6]$/.test(name)) return HEADING;
  return isBlock(name) ? PARAGRAPH : NONE;
}
