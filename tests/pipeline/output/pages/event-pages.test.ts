import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventPath } from '../../../../src/model/addresses/permalinks.ts';
import type { AppServer } from '../../../../src/model/page.ts';
import type { BuiltEdition } from '../../../../src/pipeline/edition/build-edition.ts';
import { createOutputWriter } from '../../../../src/pipeline/output/files/output-writer.ts';
import { pageContext, pageGroups } from '../../../../src/pipeline/output/pages/page-files.ts';
import { formerEventFiles, redirectFiles } from '../../../../src/pipeline/output/pages/redirect-files.ts';
import { createPageRenderer } from '../../../../src/pipeline/output/pages/render-page.ts';
import { createTemplate } from '../../../../src/pipeline/output/pages/template.ts';
import { articleFile, buildIn, contentFolder, editionOf, type Files } from '../../../support/content-folder.ts';

const ADDRESS = 'https://paper.example/news/';

/** A report on the event `name`, published at an hour of one day. */
const report = (hour: number, name: string | false = 'fire', lines = ''): string =>
  articleFile(
    `title: Report of ${hour} & more\ncoverage: ${name}\ndate: 2026-03-02T0${hour}:00:00Z\nlink: https://p${hour}.example/\nprovider: { domain: p${hour}.example }\n${lines}`,
  );

/** An event with a page, an event of two reports, and a story of none. */
const PAPER: Files = {
  'a.md': report(1),
  'b.md': report(2),
  'c.md': report(3, 'fire', 'quality: 5'),
  'd.md': report(4),
  'storm-1.md': report(5, 'storm'),
  'storm-2.md': report(6, 'storm'),
  'lone.md': report(7, false),
};

const without = (...names: string[]): Files =>
  Object.fromEntries(Object.entries(PAPER).filter(([file]) => !names.includes(file.replace('.md', ''))));

const build = (files: Files): BuiltEdition => buildIn(contentFolder(files), { ADDRESS });

/** The HTML of the page of an event, with a title in place of all that the app renders. */
function pageOf(slug: string, files: Files): string {
  const built = build(files);
  const app: AppServer = {
    renderPage: () => ({ head: '<title>Its &amp; title</title>', root: '', modules: [] }),
    renderSpaFallback: () => ({ head: '', root: '', modules: [] }),
  };
  const html = '<html lang="en"><head><!--page-head--></head><body><!--page-root--></body></html>';
  const render = createPageRenderer(app, pageContext(built, { ...createTemplate(), html }));
  for (const group of pageGroups(built, ''))
    for (const page of group)
      if (page.path !== undefined && page.address === eventPath(slug))
        return render({
          address: page.address,
          subject: page.subject,
          data: page.data.map(({ path: file, body }) => [file, body]),
        });
  return '';
}

/** The paths of the pages of events. */
const eventPages = (files: Files): string[] =>
  pageGroups(build(files), '').flatMap((group) =>
    [...group].flatMap((page) => (page.path?.startsWith('events/') ? page.path : [])),
  );

describe('the page of an event', () => {
  test('exists from three reports on', () => {
    expect(eventPages(PAPER)).toEqual(['events/a/index.html']);
    expect(eventPages(without('d'))).toEqual(['events/a/index.html']);
    expect(eventPages(without('c', 'd'))).toEqual([]);
  });

  test('is written if a report has a page', () => {
    const newest = (count: number): Files => ({ ...PAPER, 'site.yaml': `pages: newest ${count}\n` });
    expect(eventPages(newest(3))).toEqual([]);
    expect(eventPages(newest(4))).toEqual(['events/a/index.html']);
  });

  test('has the data of a page with a list of its reports, oldest first', () => {
    const html = pageOf('a', PAPER);
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'CollectionPage',
      name: 'Report of 3 & more',
      url: `${ADDRESS}events/a/`,
      mainEntity: {
        '@type': 'ItemList',
        itemListElement: ['a', 'b', 'c', 'd'].map((slug, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          url: `${ADDRESS}articles/${slug}/`,
        })),
      },
    });
    expect(html.match(/application\/ld\+json/g)).toHaveLength(1);
  });

  test('has its address and the headlines of its first reports for link previews', () => {
    const html = pageOf('a', PAPER);
    expect(html).toContain(`<link rel="canonical" href="${ADDRESS}events/a/">`);
    expect(html).toContain('<meta property="og:title" content="Its &amp; title">');
    expect(html).toContain(
      '<meta name="description" content="Report of 1 &amp; more · Report of 2 &amp; more · Report of 3 &amp; more">',
    );
    expect(html).not.toContain('noindex');
  });

  test('names its feed before that of the site, if there is one', () => {
    const feedsOf = (outputs: string): string[] =>
      [
        ...pageOf('a', { ...PAPER, 'site.yaml': `title: Paper\noutputs: [${outputs}]\n` }).matchAll(
          /<link rel="alternate" type="([^"]*)" title="([^"]*)" href="([^"]*)">/g,
        ),
      ].map(([, ...values]) => values.join(' '));
    const own = 'application/atom+xml Its &amp; title /news/events/a/atom.xml';
    expect(feedsOf('rss, eventFeeds')).toEqual([own, 'application/rss+xml Paper /news/rss.xml']);
    expect(feedsOf('eventFeeds')).toEqual([own]);
    expect(feedsOf('rss')).toEqual(['application/rss+xml Paper /news/rss.xml']);
  });
});

describe('the former page of an event', () => {
  /** Builds these files into a folder, which may have another build, as `build-site.ts` does. Pages have no content. */
  function publish(folder: string, files: Files): void {
    const built = build(files);
    const writer = createOutputWriter(folder);
    for (const group of pageGroups(built, ''))
      for (const page of group) if (page.path !== undefined) writer.write({ path: page.path, body: PAGE });
    for (const file of redirectFiles(built)) writer.write(file);
    for (const file of formerEventFiles(built, writer.leftFiles())) writer.write(file);
    writer.finish();
  }
  const PAGE = '<!doctype html><title>A page</title>';

  /** What the folder has for an event after all builds: a page, a redirect to an address, or nothing. */
  function found(folder: string, slug: string): string | undefined {
    const file = path.join(folder, 'events', slug, 'index.html');
    if (!existsSync(file)) return undefined;
    const html = readFileSync(file, 'utf8');
    return html === PAGE ? 'page' : /http-equiv="refresh" content="0; url=(.*?)"/.exec(html)?.[1];
  }

  function publishAll(...editions: Files[]): string {
    const folder = contentFolder({});
    for (const files of editions) publish(folder, files);
    return folder;
  }

  /** An earlier report on the event, found later. */
  const EARLIER = { ...PAPER, '0.md': report(0) };

  test('redirects to the event if that has an earlier report now', () => {
    const folder = publishAll(PAPER, EARLIER);
    expect(found(folder, '0')).toBe('page');
    expect(found(folder, 'a')).toBe('/news/events/0/');
    expect(found(folder, 'b')).toBeUndefined();
  });

  test('redirects as a page for people and programs does', () => {
    const html = readFileSync(path.join(publishAll(PAPER, EARLIER), 'events/a/index.html'), 'utf8');
    expect(html).toContain('<title>Report of 1 &amp; more</title><meta name="robots" content="noindex">');
    expect(html).toContain(`<link rel="canonical" href="${ADDRESS}events/0/">`);
    expect(html).toContain('<a href="/news/events/0/">Report of 1 &amp; more</a>');
  });

  test('redirects to its article if the event is dissolved, or has no page', () => {
    expect(found(publishAll(PAPER, { ...PAPER, 'site.yaml': 'coverage: off\n' }), 'a')).toBe('/news/articles/a/');
    expect(found(publishAll(PAPER, { ...PAPER, 'a.md': report(1, false) }), 'a')).toBe('/news/articles/a/');
    expect(found(publishAll(PAPER, without('c', 'd')), 'a')).toBe('/news/articles/a/');
  });

  test('redirects to an article that is in no list', () => {
    const unlisted = { ...PAPER, 'a.md': report(1, 'fire', 'unlisted: true') };
    expect(found(publishAll(PAPER, unlisted), 'a')).toBe('/news/articles/a/');
  });

  test('is gone with its article', () => {
    const folder = publishAll(PAPER, without('a'));
    expect(found(folder, 'a')).toBeUndefined();
    expect(existsSync(path.join(folder, 'events/a'))).toBe(false);
    expect(found(folder, 'b')).toBe('page');
  });

  test('redirects after further builds, to where the event is then', () => {
    const earliest = { ...EARLIER, '00.md': articleFile('coverage: fire\ndate: 2026-03-01\nlink: https://p.example/') };
    expect(found(publishAll(PAPER, EARLIER, EARLIER), 'a')).toBe('/news/events/0/');
    const folder = publishAll(PAPER, EARLIER, earliest);
    expect([found(folder, 'a'), found(folder, '0')]).toEqual(['/news/events/00/', '/news/events/00/']);
    expect(found(publishAll(PAPER, EARLIER, { ...EARLIER, 'site.yaml': 'coverage: off\n' }), 'a')).toBe(
      '/news/articles/a/',
    );
    expect(found(publishAll(PAPER, EARLIER, without('a')), 'a')).toBeUndefined();
  });

  test('is the page again when the event is back', () => {
    expect(found(publishAll(PAPER, EARLIER, PAPER), 'a')).toBe('page');
  });

  test('is not known in another folder', () => {
    expect(found(publishAll(EARLIER), 'a')).toBeUndefined();
  });

  test('may be the former path of another article, which gets it', () => {
    const moved = { ...without('a'), 'lone.md': report(7, false, 'formerly: /events/a/') };
    expect(found(publishAll(PAPER, moved), 'a')).toBe('/news/articles/lone/');
  });
});

describe('a former path of an article', () => {
  const diagnosticsOf = (from: string, files: Files = PAPER) => {
    const { diagnostics, redirects } = editionOf({ ...files, 'lone.md': report(7, false, `formerly: ${from}`) });
    return { messages: diagnostics.map(({ severity, message }) => `${severity}: ${message}`), redirects };
  };

  test.each(['/events/a/', '/Events/A'])('that is the address of an event, %s, is refused with a warning', (from) => {
    const { messages, redirects } = diagnosticsOf(from);
    expect(messages).toEqual([
      `warning: Expected an unused path, found \`${from}\`, which is the address of an event; it does not redirect.`,
    ]);
    expect(redirects).toEqual([]);
  });

  test.each(['/events/a/atom.xml', '/events/b/c/atom.xml/'])('that an event may need, %s, is refused', (from) => {
    expect(diagnosticsOf(from).messages[0]).toContain('is reserved for files of the site');
  });

  test.each(['/events/b/', '/events/storm-1/', '/events/'])('that no event has, %s, redirects', (from) => {
    const { messages, redirects } = diagnosticsOf(from);
    expect(messages).toEqual([]);
    expect(redirects.map(({ article }) => article.slug)).toEqual(['lone']);
  });
});
