import { decodeHTML } from 'entities';
import { XMLParser } from 'fast-xml-parser';
import { Window } from 'happy-dom';
import { beforeAll, expect, test } from 'vitest';
import * as app from '../../../src/app/entry-server.tsx';
import type { BuiltEdition } from '../../../src/pipeline/edition/build-edition.ts';
import { editionFiles } from '../../../src/pipeline/output/data/index.ts';
import { pageContext, pageGroups } from '../../../src/pipeline/output/pages/page-files.ts';
import { redirectFiles } from '../../../src/pipeline/output/pages/redirect-files.ts';
import { createPageRenderer } from '../../../src/pipeline/output/pages/render-page.ts';
import { syndicationFiles } from '../../../src/pipeline/output/syndication/index.ts';
import { buildIn } from '../../support/content-folder.ts';
import { writeContent } from '../../support/temp-content.ts';

/* Attacks in every place of an article, and what all outputs make of them. */

const ATTACKS = [
  // Scripts.
  '<script>top.hit=1</script>',
  '</script><script>top.hit=1</script>',
  '<ScRiPt src=//e.example/h.js></sCrIpT>',
  '<script/src="data:,top.hit=1"></script>',
  '<script\f>top.hit=1</script\t>',
  '<scr\u0000ipt>top.hit=1</scr\u0000ipt>',
  '<<script>script>top.hit=1<</script>/script>',
  '<!--<script>top.hit=1</script>',
  '<!--><script>top.hit=1</script>-->',
  '--><script>top.hit=1</script><!--',
  '--!><script>top.hit=1</script>',
  '</title><script>top.hit=1</script>',
  '</textarea></style></xmp><script>top.hit=1</script>',
  ']]><script>top.hit=1</script><![CDATA[',
  '&lt;script&gt;top.hit=1&lt;/script&gt;',
  '&amp;lt;script&amp;gt;top.hit=1&amp;lt;/script&amp;gt;',
  '&#60;script&#62;top.hit=1&#x3c;/script&#x3E;',
  '\u003cscript\u003etop.hit=1\u2028\u2029',
  '＜script＞top.hit=1＜/script＞',
  '\ufeff<script>top.hit=1</script>\ufeff',
  // Attributes.
  '" onmouseover="top.hit=1" x="',
  "' onfocus='top.hit=1' autofocus x='",
  '` onclick=top.hit=1 `',
  '"><img src=1 onerror=top.hit=1>',
  "'><video poster=1 onloadstart=top.hit=1>",
  '&quot; onload=&quot;top.hit=1',
  '&#34;&#62;<body onpageshow=top.hit=1>',
  'x\u00a0onclick=top.hit=1',
  '<img src=1 onerror\n=\ntop.hit=1>',
  '<img/src=`1`/onerror=top.hit=1//',
  '<p/onpointerenter=top.hit=1>p',
  '<details open ontoggle=top.hit=1><summary>s',
  '<input autofocus onfocusin=top.hit=1>',
  // URLs.
  'javascript:top.hit=1',
  'JavaScript&colon;top.hit=1',
  'java\tscript:top.hit=1',
  'java\r\nscript:top.hit=1',
  '\u0001\u001fjavascript:top.hit=1',
  '&#x6A;&#97;vascript&#58;top.hit=1',
  '%6aavascript:top.hit=1',
  'javascript://a.example/%0atop.hit=1',
  'view-source:javascript:top.hit=1',
  'vbscript:msgbox(1)',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'data:image/svg+xml,<svg onload=top.hit=1>',
  'blob:https://a.example/1',
  'file:///etc/passwd',
  '//user:word@e.example/',
  'https:javascript:top.hit=1',
  'feed:javascript:top.hit=1',
  'mailto:a@b.example" onclick="top.hit=1',
  'tel:+1"><script>top.hit=1</script>',
  // Foreign elements and mutation of nesting.
  '<svg><script xlink:href="data:,top.hit=1"/></svg>',
  '<svg><set attributeName=href to=javascript:top.hit=1 />',
  '<svg></p><style><a title="</style><img src=1 onerror=top.hit=1>">',
  '<math><mi><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=top.hit=1&gt;">',
  '<form><math><mtext></form><form><mglyph><svg><mtext><textarea><path title="</textarea><img src=1 onerror=top.hit=1>">',
  '<noscript><i title="</noscript><img src=1 onerror=top.hit=1>">',
  '<table><a href="x"><caption><template><img src=1 onerror=top.hit=1>',
  '<select><option><style></option></select><img src=1 onerror=top.hit=1></style>',
  // Styles, frames, documents.
  '<style>*{background:url(//e.example/h)}</style>',
  '<b style="position:fixed;inset:0;background:url(javascript:top.hit=1)">b</b>',
  '<link rel=stylesheet href=//e.example/h.css>',
  '<meta http-equiv=refresh content="0;url=javascript:top.hit=1">',
  '<base href=//e.example/>',
  '<iframe srcdoc="&lt;script&gt;top.hit=1&lt;/script&gt;"></iframe>',
  '<iframe src="https://www.youtube.com/embed/a&quot;onload=top.hit=1"></iframe>',
  '<object data=data:text/html,1><embed src=//e.example/h.swf>',
  '<form action=javascript:top.hit=1><button formaction=//e.example>b',
  '<html xmlns:x="a"><?xml-stylesheet href="//e.example/h.xsl"?><!ENTITY x SYSTEM "file:///etc/passwd">&x;',
  // Templates, names, and characters.
  '${top.hit=1}',
  '{{constructor.constructor("top.hit=1")()}}',
  '<%= top.hit=1 %>',
  '{{< a "><script>top.hit=1</script> >}}',
  '{% raw %}<script>top.hit=1</script>{% endraw %}',
  '\u202e<script>\u2066top.hit=1\u2069</script>\u202c',
  '\u0000\u0007\u001b]0;x\u0007\u009b31m\u007f\ud800<b>',
  '../../../../etc/passwd\\..\\x',
  '__proto__',
  '<a id=root name=location href=#page-data>a</a>',
];

/** An attack as it is, and between other text. */
const FORMS: readonly ((attack: string) => string)[] = [(attack) => attack, (attack) => `One ${attack} two`];

/** Every field of an article with an attack in it. */
const fieldsWith = (attack: string, key: string): Record<string, unknown> => {
  const story = {
    title: `T ${attack}`,
    excerpt: attack,
    type: attack,
    category: attack,
    provider: { name: attack, domain: attack, images: [{ url: attack, alt: attack }] },
    images: [
      { url: attack, title: attack, alt: attack, width: attack },
      { url: `https://i.example/${attack}`, title: attack, alt: attack, caption: attack, width: 9, height: 9 },
    ],
    ampWebUrl: `https://amp.example/${attack}`,
    cdnAmpWebUrl: `https://amp-example.cdn.ampproject.org/c/s/amp.example/${attack}`,
  };
  return {
    ...story,
    publishedDateTime: '2021-05-19T15:02:27Z',
    webUrl: `https://a.example/${key}?${attack}`,
    topics: [attack, key.replace(/\d$/, '')],
    authors: [{ name: attack, url: attack }, { name: key, url: `https://a.example/${attack}` }, attack],
    imageAlt: attack,
    imageCaption: attack,
    slug: `${key}${attack}`,
    formerly: [attack, `/former/${key}/`, `/former/${key}/${attack}`],
    lang: attack,
    featuredContent: attack,
    video: attack,
    updatedDateTime: attack,
    expires: attack,
    related: [
      { ...story, webUrl: `https://r.example/${attack}` },
      { ...story, webUrl: attack, ampWebUrl: attack, cdnAmpWebUrl: attack, provider: attack },
      attack,
      `https://r.example/2/${attack}`,
    ],
  };
};

/** Places in a body. */
const PLACES: readonly ((attack: string) => string)[] = [
  (x) => x,
  (x) => `one **two ${x} three** four`,
  (x) => `# ${x}\n\n## ${x} {#${x}}`,
  (x) => `[a](${x}) [b](<${x}>) [c](https://a.example/${x})`,
  (x) => `[a](https://a.example/ "${x}") [a][r]\n\n[r]: ${x} "${x}"`,
  (x) => `![${x}](https://i.example/1.png "${x}")`,
  (x) => `![a](${x}) b ![a](<${x}>)`,
  (x) => `<${x}> <a ${x}>a</a> <${x}`,
  (x) => `<a href="${x}">a</a> <a href='${x}'>b</a> <a href=${x}>c</a>`,
  (x) => `<img src="${x}" alt="a"> <img src="https://i.example/2.png" alt="${x}" title='${x}'>`,
  (x) => `<picture><source srcset="${x}"><img srcset="${x} 1x" data-src="${x}"></picture>`,
  (x) => `<p id="${x}" class="${x}" style="${x}" title="${x}">a</p>`,
  (x) => `<table><caption>${x}</caption><td colspan="${x}" align="${x}">${x}</td></table>`,
  (x) => `<details><summary>${x}</summary>${x}</details><pre>${x}</pre><dl><dt>${x}<dd>${x}</dl>`,
  (x) => `<iframe src="${x}">${x}</iframe> <iframe src="https://www.youtube.com/embed/${x}"></iframe>`,
  (x) => `<video src="${x}"><source src="${x}">${x}</video><audio src='${x}'></audio>`,
  (x) => `<blockquote data-callout="${x}">${x}</blockquote><ol start="${x}"><li value="${x}">${x}</ol>`,
  (x) => `{{< figure src="${x}" link="${x}" caption="${x}" alt="${x}" >}}\n\n{{< youtube "${x}" >}}`,
  (x) =>
    `{% link ${x} %} {% youtube ${x} %} {% asset_img ${x} "${x}" %}\n\n{% blockquote ${x} %}\n${x}\n{% endblockquote %}`,
  (x) => `{{ "${x}" | relative_url }} {{ site.baseurl }}${x} {{< highlight ${x} >}}${x}{{< /highlight >}}`,
  (x) => `[[${x}]] [[a#${x}|${x}]] ![[a.png|${x}]] ![[${x}]]`,
  (x) => `> [!note] ${x}\n> ${x}\n\n> [!${x}] a\n\n:::note ${x}\n${x}\n:::\n\n:::${x}\na\n:::`,
  (x) => `a[^1] b[^${x}] ^[${x}]\n\n[^1]: ${x}\n\n[^${x}]: c`,
  (x) => `| ${x} | b |\n| --- | ---: |\n| ${x} | ==${x}== |\n\n- [ ] ${x}\n- [x] ${x}\n\na\n: ${x}`,
  (x) => `\`\`\`${x}\n${x}\n\`\`\`\n\n\`${x}\`\n\n    ${x}\n\n<!-- ${x} -->\n\n{/* ${x} */} %% ${x} %%`,
];

const SITE = 'https://paper.example/news/';
const SETTINGS = `address: ${SITE}\nfeedContent: full\nunpublished: show\nonError: skip\noutputs: [atom, rss, jsonFeed, sitemap, newsSitemap, api]\n`;

function attackedFiles(): Record<string, string> {
  const files: Record<string, string> = { 'site.yaml': SETTINGS };
  ATTACKS.forEach((attack, index) => {
    FORMS.forEach((form, which) => {
      const key = `f${index}-${which}`;
      files[`${key}.md`] = `${JSON.stringify(fieldsWith(form(attack), key))}\n\nText.\n`;
    });
    PLACES.forEach((place, which) => {
      const body = place(attack).replaceAll('\u0000', '');
      files[`b${index}-${which}.md`] = `---\ndate: 2021-05-20\ntopics: [b${index}]\n---\n\n${body}\n`;
    });
  });
  return files;
}

/** Whether a page shows nothing else than others: lists of cards, and three of four bodies, as feeds hold all bodies. */
function isLeftOut(address: string): boolean {
  const [, attack, place] = /^\/articles\/b(\d+)-(\d+)\//.exec(address) ?? [];
  if (attack !== undefined) return (Number(attack) + Number(place)) % 4 !== 0;
  return /^\/(?:archive|topics\/b\d)/.test(address);
}

let built: BuiltEdition;
let pages: { address: string; html: string }[];

beforeAll(() => {
  built = buildIn(writeContent(attackedFiles()));
  const root = '<div id="root"><!--page-root--></div>';
  const html = `<!doctype html><html lang="en"><head><!--page-head--></head><body>${root}</body></html>`;
  const render = createPageRenderer(
    app,
    pageContext(built, { html, hasFonts: false, chunks: new Map(), basePath: '/news/' }),
  );
  pages = pageGroups(built, '').flatMap((group) =>
    [...group].flatMap((page) => {
      if (page.path === undefined || page.address === undefined || isLeftOut(page.address)) return [];
      const { address, subject, data, otherData } = page;
      const files = [...data, ...otherData].map((file) => [file.path, file.body] as const);
      return [{ address, html: render({ address, subject, data: files }) }];
    }),
  );
});

const ELEMENTS = new Set(
  (
    'html head title meta link body div main header footer nav article section aside h1 h2 h3 h4 p a img ul ol li span ' +
    'button time dl dt dd blockquote pre code em strong b del ins mark small sub sup kbd br hr figure figcaption details ' +
    'summary input label select option fieldset legend table caption thead tbody tfoot tr th td bdi noscript script'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'id class lang dir href src alt title width height loading fetchpriority decoding rel type name property content charset ' +
    'role tabindex start colspan rowspan align checked disabled value datetime as sizes ' +
    'http-equiv for style hidden accept crossorigin open'
  ).split(' '),
);
const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const TAG = /<([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"<]*")?)*)\/?>/;
const ATTRIBUTE = / ([a-zA-Z-]+)(?:="([^"]*)")?/g;
const NO_START_TAG = /^(?:!doctype html|!--[^<>]*--|\/[a-z][a-z0-9]*)>/;

const domParser = new new Window().DOMParser();

/**
 * What is wrong with a page or a part of one. All parsers agree about HTML in which every `<` begins a simple tag, a simple
 * comment or an end tag.
 */
function faultsInHtml(html: string): string[] {
  return html.split(/(?=<)/).flatMap((part) => {
    if (!part.startsWith('<') || NO_START_TAG.test(part.slice(1))) return [];
    const [tag, name = '', attributes = ''] = TAG.exec(part) ?? [];
    if (tag === undefined || !part.startsWith(tag)) return [`not a tag: ${part}`];
    return faultsOf(
      name,
      [...attributes.matchAll(ATTRIBUTE)].map(([, attribute = '', value = '']) => [attribute, decodeHTML(value)]),
    );
  });
}

/** The same for the elements that a parser of HTML finds. */
function faultsInTree(html: string): string[] {
  const elements = domParser.parseFromString(html, 'text/html').querySelectorAll('*');
  return [...elements].flatMap(({ localName, attributes }) =>
    faultsOf(
      localName,
      [...attributes].map(({ name, value }) => [name, value ?? '']),
    ),
  );
}

function faultsOf(element: string, attributes: [name: string, value: string][]): string[] {
  const type = attributes.find(([name]) => name === 'type')?.[1];
  const isBad = !ELEMENTS.has(element) || (element === 'script' && !/^application\/(?:ld\+)?json$/.test(type ?? ''));
  const bad = attributes.filter(([name, value]) => {
    if (name === 'href' || name === 'src') return !isHarmless(value);
    return !ATTRIBUTES.has(name.toLowerCase()) && !/^(?:aria|data)-[a-z-]+$/.test(name);
  });
  return [...(isBad ? [`<${element}>`] : []), ...bad.map(([name, value]) => `<${element} ${name}="${value}">`)];
}

const isHarmless = (url: string): boolean => URL.canParse(url, SITE) && SCHEMES.has(new URL(url, SITE).protocol);

/** The strings of a JSON value, with their keys. */
function stringsIn(value: unknown, key = ''): [key: string, text: string][] {
  if (typeof value === 'string') return [[key, value]];
  if (Array.isArray(value)) return value.flatMap((item) => stringsIn(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => stringsIn(item, name));
}

/** The URLs in a JSON value, known by their keys, that do not lead to a page. */
const badUrls = (value: unknown): string[] =>
  stringsIn(value)
    .filter(([key, text]) => /^(?:href|to|src|logo|image|isBasedOn|.*url)$/i.test(key) && !isHarmless(text))
    .map(([key, text]) => `${key}: ${text}`);

test('every attack is in the edition', () => {
  const { articles, counts, diagnostics } = built;
  expect(counts).toMatchObject({ files: ATTACKS.length * (FORMS.length + PLACES.length), drafts: 0, duplicates: 0 });
  // Nothing is left of some bodies.
  expect(diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'missing-field')).toEqual([]);
  expect(articles.filter(({ slug }) => slug.startsWith('f'))).toHaveLength(ATTACKS.length * FORMS.length);
  expect(articles.length).toBeGreaterThan(0.9 * counts.files);
});

test('pages have no foreign markup', () => {
  for (const { address, html } of pages) {
    // The form of the search page is the only one, and has nothing of the content in it.
    const own = address === '/search/' ? html.replace(SEARCH_FORM, '') : html;
    expect([address, ...faultsInHtml(own)]).toEqual([address]);
  }
});

const SEARCH_FORM =
  /<search><form class="search-form" action="[\w/]+">(?:<(?!\/search|script)[^<>]*>|Search stories|Search)*<\/search>/;

test('a parser of HTML finds no foreign markup in articles', () => {
  for (const { address, html } of pages) {
    const isWhole = /^\/articles\/f\d+-0/.test(address);
    const shown = isWhole ? html : (/<div class="prose"[^>]*>(.*?)<\/main>/s.exec(html)?.[1] ?? '');
    expect([address, ...faultsInTree(shown)]).toEqual([address]);
  }
});

test('structured data are JSON with harmless URLs', () => {
  for (const { address, html } of pages)
    for (const [, json = ''] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
      expect([address, ...badUrls(JSON.parse(json))]).toEqual([address]);
});

test('the URLs of the data are harmless', () => {
  for (const { path, body } of editionFiles(built)) expect([path, ...badUrls(JSON.parse(body))]).toEqual([path]);
});

/** What is not well-formed in XML without comments and sections. */
function faultsInXml(xml: string): string[] {
  const open: string[] = [];
  const [, ...parts] = xml.replace(/^<\?xml [^<>]*\?>\n/, '\n').split('<');
  const faults = parts.filter((part) => {
    const [, end, name, empty] = /^(\/?)([\w:]+)(?: [a-z:A-Z]+="[^"<>]*")*(\/?)>[^<>]*$/.exec(part) ?? [];
    if (
      name === undefined ||
      /&(?!(?:amp|lt|gt|quot);)|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(part)
    )
      return true;
    if (end) return open.pop() !== name;
    if (!empty) open.push(name);
    return false;
  });
  return [...faults, ...open];
}

/** The entries of RSS, without the channel, whose description is plain text; any other value as it is. */
const entriesIn = (value: unknown): unknown =>
  (value as { rss?: { channel: { item: unknown } } }).rss?.channel.item ?? value;

test('feeds, sitemaps and the API are well-formed, and their HTML and URLs are harmless', () => {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
  for (const { path, body } of syndicationFiles(built)) {
    const value: unknown = path.endsWith('.xml') ? parser.parse(body) : JSON.parse(body);
    if (path.endsWith('.xml')) expect([path, ...faultsInXml(body)]).toEqual([path]);
    const html = stringsIn(entriesIn(value)).filter(([key]) =>
      /^(?:content_html|content:encoded|#text|description)$/.test(key),
    );
    const faults = path.startsWith('api/') ? [] : html.flatMap(([, text]) => faultsInHtml(text));
    expect([path, ...faults, ...badUrls(value)]).toEqual([path]);
  }
});

test('pages that redirect have no foreign markup', () => {
  const redirects = [...redirectFiles(built)];
  expect(redirects.length).toBeGreaterThan(ATTACKS.length * FORMS.length);
  for (const { path, body } of redirects) {
    expect([path, ...faultsInHtml(body), ...faultsInTree(body)]).toEqual([path]);
    expect(body).toMatch(/http-equiv="refresh" content="0; url=\/news\/articles\//);
  }
});
