import { describe, expect, test } from 'vitest';
import { summaryLine } from '../../../src/pipeline/edition/explain-counts.ts';
import { editionIn } from '../../support/content-folder.ts';
import {
  describeArticle,
  describeDiagnostic,
  lostMarks,
  systemFolder,
  textsOf,
} from '../../support/foreign-systems.ts';

interface Expected {
  system: string;
  /** `slug | date | title | topics | authors | lead image | excerpt` */
  articles: string;
  counts: string;
  /** `file:line code found` */
  diagnostics: string;
}

const SYSTEMS: Expected[] = [
  {
    system: 'jekyll',
    counts: '12 files: 10 articles, 2 drafts, 0 duplicates, 0 rejected',
    articles: `
      film-night | 2026-02-10 | Film night | - | Jo Marsh, Ada Quill | - | The film starts at dusk, jekyll10a.
      sports/rowing-final | 2026-02-09 | Rowing final on Sunday | - | - | - | Two boats are left, jekyll9a.
      2026-02-08-weather | 2026-02-08T22:30:00Z | Storm warning lifted | - | - | - | The wind is calm, jekyll8a.
      tram-line | 2026-02-07 | Tram line grows | transport | - | - | The line gets two stops, jekyll7a. About us and the market, jekyll7b.
      old-mill | 2026-02-06 | Old mill: a new owner | buildings | - | - | The mill is sold, jekyll6a. met the owner, jekyll6b.
      council-budget | 2026-02-05 | Council passes the budget | politics | - | - | The vote was close, jekyll5a.
      library-code-club | 2026-02-04 | Library starts a code club | culture, learning | - | - | Children write programs, jekyll4a:
      market-moves | 2026-02-03 | Market moves to the square | Market | - | tram.svg | The stalls move on Monday.
      ferry-changes-hours | 2026-02-02 | Ferry changes its hours | harbour, ferry | Ada Quill | - | The ferry leaves at six, jekyll2a. See the pier.
      2026-02-01-pier-reopens | 2026-02-01T08:30:00Z | Pier reopens after winter repairs | harbour, works | Jo Marsh | pier.png | The pier is open again, jekyll1a.
    `,
    diagnostics: `
      _posts/2026-02-06-old-mill.md:10 left-out \`{{ site.title }}\`
      _posts/2026-02-07-tram-line.md:7 bad-link \`/about/\`
      _posts/2026-02-08-weather.markdown:12 left-out \`{% assign %}\`
      _posts/2026-02-08-weather.markdown:6 left-out \`{% if %}\`
      _posts/2026-02-08-weather.markdown:8 left-out \`{% for %}\`
      _posts/2026-02-08-weather.markdown:9 left-out \`{{ item.title }}\`
      _posts/2026-02-10-film-night.md:14 left-out \`{% include newsletter.html %}\`
    `,
  },
  {
    system: 'hugo',
    counts: '12 files: 10 articles, 1 draft, 0 duplicates, 1 rejected',
    articles: `
      news/2026/ring-road | 2026-03-10 | Ring road closed | - | Jo Marsh | - | No cars on Sunday.
      news/2026/fountain | 2026-03-09T08:00:00Z | Fountain works again | Water | - | bridge.png | Water runs, hugo9a. bus-times.md has the times, hugo9b.
      posts/callouts | 2026-03-08T07:00:00Z | Rules for the park | park | - | - | Have fun, hugo8d :smile:
      posts/gallery | 2026-03-07T11:00:00Z | Pictures of the fair | fair | - | bridge.png | The fair was full, hugo7a.
      posts/video | 2026-03-06 | Video of the week | film | - | bridge.png | Watch it, hugo6a.
      posts/council-vote | 2026-03-05T19:15:00Z | Council vote | Politics | - | - | The vote ended late, hugo5a. The sum is $x_i$, hugo5b.
      posts/day-of-code | 2026-03-04T10:00:00Z | Code day | Learning | - | - | The day is on Friday, hugo4b. {{< ref "x" >}} is a shortcode, hugo4c.
      posts/school-roof | 2026-03-03 | School roof repaired | School | Jo Marsh | - | The roof is dry, hugo3a. of the cost was given, hugo3b.
      posts/bus-times | 2026-03-02 | Bus times change | transport | Ada Quill | bridge.png | Buses run later.
      posts/bridge | 2026-03-01T07:00:00Z | Bridge opens to walkers | bridge, Walking | Jo Marsh | cover.png | The bridge is open, hugo1a.
    `,
    diagnostics: `
      content/about.md:0 no-date \`content/about.md\`
      content/news/2026/fountain.md:5 other-case \`Tags\`
      content/posts/2026-03-03-school-roof.md:12 left-out \`{{< stat >}}\`
      content/posts/council-vote.md:6 unread-field \`series\`
      content/posts/gallery.md:8 left-out \`{{< gallery >}}\`
    `,
  },
  {
    system: 'zola',
    counts: '12 files: 10 articles, 1 draft, 0 duplicates, 1 rejected',
    articles: `
      blog/notes | 2026-04-10 | Notes in YAML | notes | - | - | A link, zola10d.
      blog/wide.fr | 2026-04-09 | Les oiseaux du parc | - | - | - | Les oiseaux chantent, zola9a.
      blog/table | 2026-04-08 | Opening hours | - | - | lamp.png | Closed, zola8b.
      blog/gate | 2026-04-07 | East gate moves | - | - | - | The gate moves, zola7a.
      blog/code | 2026-04-06 | Sensors in the soil | technology | - | - | Sensors say nothing, zola6b.
      blog/quote | 2026-04-05 | What the gardener says | - | Ada Quill | - | Thanks, zola5c.
      blog/walk | 2026-04-04 | A walk in the park | - | - | - | The walk takes an hour, zola4a.
      blog/pond | 2026-04-03T07:00:00Z | Pond is clean | water | - | - | The pond is clean, zola3a.
      blog/benches | 2026-04-02 | More benches | park | - | - | Twenty of them.
      blog/lamps | 2026-04-01 | New lamps in the park | park, light | Jo Marsh | lamp.png | The lamps are on, zola1a.
    `,
    diagnostics: `
      content/blog/video.md:10 left-out \`{{ resize_image }}\`
      content/pages/about.md:0 no-date \`content/pages/about.md\`
    `,
  },
  {
    system: 'hexo',
    counts: '12 files: 10 articles, 2 drafts, 0 duplicates, 0 rejected',
    articles: `
      picture-list | 2026-05-10T01:00:00Z | Pictures: a list | - | - | rain.png | 写真，hexo10a。
      plain | 2026-05-09T01:00:00Z | Without opening line | plain | - | - | Hexo reads this, hexo9a.
      farm/barn | 2026-05-08T18:00:00Z | Barn dance | dance | - | - | Dance in the barn.
      tabs | 2026-05-06T21:00:00Z | Prices at the market | - | - | - | One, hexo7a.
      film | 2026-05-06T11:00:00Z | Film of the field | - | - | rain.png | A short film.
      quote | 2026-05-05 | The words of the farmer | - | - | - | End, hexo5c.
      code | 2026-05-03T23:00:00Z | A robot for the stable | Technology, Robots, Farming | - | - | The robot cleans, hexo4b. {{ name }} hexo4c
      cows | 2026-05-03 | Cows on the road | cows, road | - | - | rain was the reason, hexo3a. The harvest goes on, hexo3b.
      harvest | 2026-05-02T00:05:00Z | Early harvest | harvest | Jo Marsh | - | The harvest is early, hexo2a. A picture, hexo2b.
      rain | 2026-05-01T00:05:00Z | Rain at last | weather, rain | - | rain.png | It rains, hexo1a.
    `,
    diagnostics: `
      source/_posts/farm/barn.md:9 left-out \`{% label %}\`
      source/_posts/picture-list.md:11 left-out \`{% gp %}\`
      source/_posts/quote.md:16 left-out \`{% btn %}\`
      source/_posts/tabs.md:7 left-out \`{% tabs %}\`
    `,
  },
  {
    system: 'eleventy',
    counts: '13 files: 10 articles, 1 draft, 0 duplicates, 2 rejected',
    articles: `
      blog/eleventh | 2026-06-11 | Swans return | - | - | - | The swans are here, eleventy11a.
      blog/night | 2026-06-10T18:00:00Z | Night of the museums | - | - | - | Ten museums, eleventy10a.
      blog/garden | 2026-06-09 | Garden prize | - | - | map.svg | The prize, eleventy9a.
      blog/choir | 2026-06-08 | Choir seeks voices | - | Ada Quill | - | says it, eleventy8a.
      blog/street | 2026-06-07 | Street is renamed | streets | - | - | The street has a new name, eleventy7a.
      blog/prices | 2026-06-05 | Prices fall | - | - | - | Prices fall by percent, eleventy5a.
      blog/code | 2026-06-04 | Code in the school | school | - | - | Learn it, eleventy4c.
      blog/third/third | 2026-06-03T10:00:00Z | A picture of the week | pictures | - | - | The map shows it all, eleventy3a.
      blog/bakery | 2026-06-02 | New bakery | bread | Jo Marsh | - | The bakery opens, eleventy2a. Read about the clock or the same, eleventy2b.
      blog/clock | 2026-06-01 | The town clock strikes again | town | - | clock.png | The clock is repaired.
    `,
    diagnostics: `
      content/about.md:0 no-date \`content/about.md\`
      content/blog/choir.md:10 left-out \`{% for %}\`
      content/blog/choir.md:11 left-out \`{{ post.data.title }}\`
      content/blog/choir.md:8 left-out \`{{ title }}\`
      content/blog/eleventh.md:8 left-out \`{% renderTemplate %}\`
      content/blog/hidden.md:3 bad-required-field \`git Last Modified\`
      content/blog/night.md:10 left-out \`{{ "hello" }}\`
      content/blog/night.md:10 left-out \`{{ metadata.title }}\`
      content/blog/night.md:6 left-out \`{% if %}\`
      content/blog/prices.md:6 left-out \`{% set %}\`
      content/blog/prices.md:6 left-out \`{{ fall }}\`
    `,
  },
  {
    system: 'astro',
    counts: '11 files: 10 articles, 1 draft, 0 duplicates, 0 rejected',
    articles: `
      news/tenth | 2026-07-10 | Tenth day | - | - | sun.png | The tenth ends, astro10a.
      news/ninth | 2026-07-09 | Ninth day | days | - | - | The ninth, astro9b.
      blog/2026/eighth | 2026-07-08 | Eighth day | - | Jo Marsh, Ada Quill | - | The eighth, astro8a. Next line, astro8b.
      blog/seventh | 2026-07-07 | Seventh day | - | - | - | -
      blog/sixth | 2026-07-06 | Sixth day | - | - | - | The sixth, astro6b.
      blog/fifth | 2026-07-05 | Fifth day | - | - | a.jpg | Short.
      blog/day-four | 2026-07-04T15:22:00Z | Fourth day | days | - | sun.png | The fourth, astro4a.
      blog/third | 2026-07-03T10:00:00Z | Third day | News | - | here.png | Here, astro3a.
      blog/second | 2026-07-02 | Second day | - | Jo Marsh | moon.svg | The moon too, astro2a. See the first day and its page, astro2b.
      blog/first-sun | 2026-07-01 | First sun of the year | sun, weather | - | sun.png | The sun is back.
    `,
    diagnostics: `
      public:0 active-file \`moon.svg\`
      src/content/news/component.mdx:0 mdx \`src/content/news/component.mdx\`
      src/content/news/ninth.md:5 unread-field \`relatedPosts\`
    `,
  },
  {
    system: 'docusaurus',
    counts: '11 files: 10 articles, 1 draft, 0 duplicates, 0 rejected',
    articles: `
      blog/image | 2026-08-10 | A picture | - | - | mast.png | The picture, docusaurus10a.
      blog/2026-08-09-details | 2026-08-09 | Questions | - | - | - | Red, docusaurus9c.
      blog/no-title | 2026-08-08 | Rain stops play | - | - | - | The match ended, docusaurus8a.
      blog/news | 2026-08-07T09:00:00Z | News at nine | - | Ada Quill | - | The news, docusaurus7a.
      blog/2026/08-06-fair | 2026-08-06 | Radio at the fair | - | - | - | The fair, docusaurus6a.
      blog/2026/08/05/flood | 2026-08-05 | Flood on the line | - | - | - | Water came, docusaurus5a.
      blog/code | 2026-08-04 | Code of the receiver | receiver | - | - | How it works.
      blog/tabs | 2026-08-03 | Two programmes | Programme | Jo Marsh | - | Morning news, docusaurus3a.
      blog/studio | 2026-08-02 | New studio | radio | Jo Marsh | - | See the mast or its page, docusaurus2c.
      blog/mast | 2026-08-01 | The mast stands | radio, mast | Jo Marsh, Ada Quill | mast.png | The mast stands, docusaurus1a.
    `,
    diagnostics: `
      blog/2026-08-03-tabs.md:12 left-out \`import\`
      blog/2026-08-03-tabs.md:15 left-out \`<Tabs>\`
      blog/2026-08-03-tabs.md:16 left-out \`<TabItem>\`
      blog/2026-08-11-component.mdx:0 mdx \`blog/2026-08-11-component.mdx\`
      blog/news.md:5 unread-field \`author_url\`
      blog/news.md:6 unread-field \`author_image_url\`
      blog/news.md:7 unread-field \`author_title\`
    `,
  },
  {
    system: 'gatsby',
    counts: '12 files: 10 articles, 1 draft, 0 duplicates, 1 rejected',
    articles: `
      notes/tenth | 2026-09-10 | Tenth | - | - | - | $E = mc^2$ and more, gatsby10a.
      blog/ninth | 2026-09-09 | Ninth | ninth | - | - | Ninth, gatsby9b.
      blog/eighth | 2026-09-08 | Eighth | - | - | star.png | Eighth, gatsby8a.
      blog/seventh | 2026-09-07 | Seventh | - | - | star.png | A link, gatsby7b
      blog/sixth | 2026-09-06 | Sixth | Nights | - | star.png | Sixth, gatsby6a.
      blog/fifth-star | 2026-09-05 | Fifth | - | - | star.png | Fifth, gatsby5a.
      blog/fourth | 2026-09-04 | Fourth | - | Jo Marsh | - | Fourth, gatsby4a.
      blog/third | 2026-09-03T10:00:00Z | Third | stars | - | favicon.svg | Third, gatsby3a.
      blog/second | 2026-09-02 | A second star | stars, night | - | star.png | Second, gatsby2a. See hello and hello again, gatsby2b.
      blog/hello | 2026-09-01T22:12:03.284Z | Hello Merrow | - | - | - | The first page.
    `,
    diagnostics: `
      content/blog/eleventh/index.mdx:0 mdx \`content/blog/eleventh/index.mdx\`
      content/pages/about.md:0 no-date \`content/pages/about.md\`
    `,
  },
  {
    system: 'obsidian',
    counts: '12 files: 10 articles, 1 draft, 0 duplicates, 1 rejected',
    articles: `
      News/Hares | 2026-10-11 | Hares | Hares | - | - | $= dv.current() is code, obsidian11c.
      News/Geese & Ganders | 2026-10-09 | Geese & Ganders | - | - | owl photo.png | Geese, obsidian9a. (An inline note, obsidian9b.)
      2026-10-08 | 2026-10-08 | 2026-10-08 | - | - | - | A daily note without fields, obsidian8a. Cats
      News/Fox | 2026-10-06 | Fox | fox, night | - | - | A fox, obsidian6a. $x^2$ and $$y$$, obsidian6b.
      News/Dogs | 2026-10-05T08:00:00Z | Dogs | - | - | - | Dogs on show.
      News/Cats | 2026-10-04 | Cats | - | Jo Marsh, Ada | - | Links: Nobody, Cats, text, text, obsidian4c.
      News/Bats | 2026-10-03 | Bats | bats, night | - | map.svg | Under the bridge, obsidian3a. Do not touch them, obsidian3b.
      News/Bells | 2026-10-02 | Bells ring again | bells | Jo Marsh | - | The bells ring, obsidian2a. #bells #tower
      News/Owls in the tower | 2026-10-01 | Owls in the tower | owls, town/tower | - | - | Owls nest in the tower, obsidian1a. See 2026-10-02 Bells and the bats, obsidian1b.
      News/Clip | 2020-04-28 | A clip from the web | clippings | Jane Doe | - | Clipped.
    `,
    diagnostics: `
      News/Cats.md:11 bad-link \`Nobody\`
      News/Geese & Ganders.md:10 bad-link \`song.mp3\`
      News/Geese & Ganders.md:4 unread-field \`rating\`
      News/Hares.md:3 other-case \`Topics\`
      People/Jo Marsh.md:0 no-date \`People/Jo Marsh.md\`
    `,
  },
];

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Shortcodes, Liquid tags, wiki links, directives, attribute lists, MDX. */
const TEMPLATE_CODE = /\{\{|\{%|\[\[|:::|\{:|\{\.|<\/?[A-Z]|^import .+ from |\^\[|%%|==/m;

describe.each(SYSTEMS)('a folder of $system', ({ system, articles, counts, diagnostics }) => {
  // All articles are dated before this time.
  const edition = editionIn(systemFolder(system), { BUILD_TIME: '2026-12-01T00:00:00Z' });

  test('shows its articles with their addresses, dates, topics, authors, lead images and excerpts', () => {
    expect(edition.articles.map((article) => describeArticle(edition, article))).toEqual(linesOf(articles));
  });

  test('counts its drafts', () => {
    expect(summaryLine(edition.counts)).toBe(counts);
  });

  test('shows no code of templates', () => {
    const texts = edition.articles.flatMap(({ title, excerpt = '', body }) => [title, excerpt, ...textsOf(body)]);
    expect(texts.filter((text) => TEMPLATE_CODE.test(text))).toEqual([]);
  });

  test('has a warning for all that is not read, and no other', () => {
    expect(edition.diagnostics.map(describeDiagnostic).sort()).toEqual(linesOf(diagnostics));
  });

  test('loses no text without a warning', () => {
    const lost = edition.articles.flatMap((article) => lostMarks(system, article, edition.diagnostics));
    expect(lost).toEqual([]);
  });
});
