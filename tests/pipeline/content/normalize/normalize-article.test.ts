import { describe, expect, test } from 'vitest';
import type { Summary } from '../../../../src/model/article.ts';
import { articleFile, articleOf, editionOf } from '../../../support/content-folder.ts';

describe('an article without an excerpt', () => {
  const read = (lines: string, body: string) => {
    const { built, articles } = editionOf({ 'a.md': articleFile(lines, body) });
    const [record] = built.articles;
    if (!record) throw new Error('Expected an article');
    return { article: articles[0], summary: JSON.parse(built.serializer.summary(record)) as Summary };
  };

  test('has the first paragraph of its body in the summary only', () => {
    const { article, summary } = read('', '# Heading\n\nFirst *words*.\n\nMore.');
    expect(summary).toMatchObject({ excerpt: 'First words.', hasMadeExcerpt: true });
    expect(article).not.toHaveProperty('excerpt');
    expect(article).not.toHaveProperty('hasMadeExcerpt');
  });

  test('has at most 400 characters of it', () => {
    const { excerpt = '' } = read('', 'word '.repeat(200)).summary;
    expect(excerpt.length).toBeLessThanOrEqual(400);
    expect(excerpt).toMatch(/^word word .* word…$/);
  });

  test('has none without a paragraph, and keeps its own', () => {
    expect(read('', '- A list').summary).not.toHaveProperty('excerpt');
    const { summary } = read('excerpt: Own.', 'First.');
    expect(summary.excerpt).toBe('Own.');
    expect(summary).not.toHaveProperty('hasMadeExcerpt');
  });
});

describe('fields', () => {
  test('keeps the spelling of a title that looks like a number', () => {
    expect(articleOf('title: 007').article?.title).toBe('007');
    expect(articleOf('title: 1e3').article?.title).toBe('1e3');
    expect(articleOf('title: yes').article?.title).toBe('yes');
  });

  test('uses `originalUrl` without `webUrl`, as in videos', () => {
    const file = articleFile('originalUrl: https://www.youtube.com/watch?v=h70jOr56EKs').replace(/^webUrl.*\n/m, '');
    expect(editionOf({ 'a.md': file }).articles[0]?.originUrl).toBe('https://www.youtube.com/watch?v=h70jOr56EKs');
  });

  test('uses the first valid URL', () => {
    const { article, diagnostics } = articleOf('webUrl: "javascript:alert(1)"\noriginalUrl: https://b.example/');
    expect(article?.originUrl).toBe('https://b.example/');
    expect(diagnostics).toMatchObject([{ severity: 'warning', field: 'webUrl', line: 4, code: 'bad-address' }]);
  });

  test('reads heat -1 as unknown', () => {
    expect(articleOf('heat: -1\nquality: 940').article).toMatchObject({ quality: 940 });
    expect(articleOf('heat: -1').article).not.toHaveProperty('heat');
  });

  test('drops an invalid optional field with a warning and keeps the article', () => {
    const { article, diagnostics } = articleOf('quality: high');
    expect(article?.title).toBe('A title');
    expect(diagnostics).toMatchObject([{ file: 'a.md', line: 5, field: 'quality', severity: 'warning' }]);
  });

  test('reports all diagnostics of a file', () => {
    const { diagnostics } = articleOf(
      'title: ""\npublishedDateTime: 2021-02-30\nquality: x\nimages:\n  - url: "ftp://x.example/i.png"',
    );
    expect(diagnostics.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['title', 'publishedDateTime', 'quality', 'images[0].url']),
    );
  });

  test('reads field names of other systems', () => {
    const { article } = articleOf(
      'date: 2021-05-19\nlastmod: 2021-05-20\ntags: [One, Two]\ndescription: Short.\nlink: https://b.example/\nimage: https://b.example/i.png\nlang: de\nslug: renamed',
    );
    expect(article).toMatchObject({
      slug: 'renamed',
      publishedAt: '2021-05-19T00:00:00Z',
      updatedAt: '2021-05-20T00:00:00Z',
      excerpt: 'Short.',
      originUrl: 'https://b.example/',
      image: { url: 'https://b.example/i.png' },
      lang: 'de',
      topics: [{ name: 'One' }, { name: 'Two' }],
    });
  });

  test('warns of a likely misspelling and of names that are not read, but not of harmless ones', () => {
    const { diagnostics } = articleOf('tpoics: [One]\ncolour: red\nlayout: x\nauthor: y\nweight: 7\nmood:');
    expect(diagnostics).toMatchObject([
      { field: 'tpoics', code: 'unknown-field', hint: 'Did you mean `topics`?' },
      { field: 'colour', code: 'unread-field', severity: 'warning' },
    ]);
  });

  test('ignores a field of another program that is given twice, with a warning', () => {
    const { article, diagnostics } = articleOf('reviewer: A\nmood: x\nreviewer: B');
    expect(article?.title).toBe('A title');
    expect(diagnostics).toMatchObject([
      { field: 'reviewer', line: 7, severity: 'warning', code: 'duplicate-key' },
      { field: 'mood', code: 'unread-field' },
    ]);
  });

  test('warns of a misspelling in a provider, an image and a related story', () => {
    const { diagnostics } = articleOf(
      'provider: { nmae: P, domain: p.example }\nimages: [{ url: https://b.example/1.png, widht: 4 }]\nrelated:\n  - titel: R',
    );
    expect(diagnostics.filter(({ code }) => code === 'unknown-field')).toMatchObject([
      { field: 'provider.nmae', line: 5 },
      { field: 'images[0].widht', line: 6 },
      { field: 'related[0].titel', line: 8, hint: 'Did you mean `related[0].title`?' },
    ]);
  });

  test('upgrades images to https', () => {
    expect(articleOf('image: http://b.example/i.png').article?.image?.url).toBe('https://b.example/i.png');
  });

  test('keeps only the host and the id of a video', () => {
    const { article } = articleOf(
      `featuredContent: '<iframe src="https://www.youtube.com/embed/6NPtZSMH0h4" onload="alert(1)"></iframe>'`,
    );
    expect(article?.video).toEqual({ host: 'youtube', id: '6NPtZSMH0h4' });
    expect(articleOf(`featuredContent: '<script src="https://x.example/"></script>'`).article).not.toHaveProperty(
      'video',
    );
  });

  test.each([
    ['https://www.youtube.com/watch?list=a&amp;v=6NPtZSMH0h4', { host: 'youtube', id: '6NPtZSMH0h4' }],
    ['https://www.youtube-nocookie.com/embed/6NPtZSMH0h4?rel=0', { host: 'youtube', id: '6NPtZSMH0h4' }],
    ['https://youtu.be/6NPtZSMH0h4', { host: 'youtube', id: '6NPtZSMH0h4' }],
    ['//player.vimeo.com/video/76979871', { host: 'vimeo', id: '76979871' }],
    ['https://evil.example/youtube.com/embed/6NPtZSMH0h4', undefined],
    ['https://notyoutube.com/embed/6NPtZSMH0h4', undefined],
    ['https://youtube.com.evil.example/embed/6NPtZSMH0h4', undefined],
    ['https://youtube.com@evil.example/embed/6NPtZSMH0h4', undefined],
    ['https://www.youtube.com/embed/6NPtZSMH0h4x', undefined],
  ])('finds the video of %s', (address, video) => {
    expect(articleOf(`featuredContent: '<iframe src="${address}"></iframe>'`).article?.video).toEqual(video);
  });

  test('drops a score below zero with a warning', () => {
    const { article, diagnostics } = articleOf('quality: -2');
    expect(article).not.toHaveProperty('quality');
    expect(diagnostics).toMatchObject([{ code: 'bad-score', field: 'quality', line: 5 }]);
  });

  test('keeps one spelling of each topic and the first 32 topics', () => {
    const names = Array.from({ length: 40 }, (_, i) => `Topic ${i}, topic-${i}`).join(', ');
    const { article, diagnostics } = articleOf(`topics: [${names}]`);
    expect(article?.topics.map(({ name }) => name)).toEqual(Array.from({ length: 32 }, (_, i) => `Topic ${i}`));
    expect(diagnostics).toMatchObject([{ code: 'cut', severity: 'warning' }]);
  });

  test('keeps unique images, the first 16, with that of `image` first', () => {
    const urls = Array.from({ length: 20 }, (_, i) => `  - url: https://b.example/${Math.floor(i / 2)}.png`);
    const { article } = articleOf(`images:\n${urls.join('\n')}\nimage: https://b.example/lead.png`);
    expect(article?.images.map(({ url }) => url.replace('https://b.example/', ''))).toEqual([
      'lead.png',
      ...Array.from({ length: 10 }, (_, i) => `${i}.png`),
    ]);
  });

  test('reports what it found instead', () => {
    const { diagnostics } = articleOf('quality: high\nimages: [[1]]\nrelated: [x]\nprovider: [x]\nlocale: "?"');
    expect(diagnostics.map(({ field, message }) => [field, /found ([^.]*)/.exec(message)?.[1]])).toEqual([
      ['quality', '`high`'],
      ['images[0]', 'a list'],
      ['related[0]', '`x`'],
      ['provider', 'a list'],
      ['locale', '`?`'],
    ]);
  });

  test.each([
    [
      'YAML',
      '---\ntitle: A\ndate: 2021-01-01\nlink: MAP\nprovider: { name: N, domain: MAP }\n---\nWords.',
      '{ toString: x }',
    ],
    [
      'TOML',
      '+++\ntitle = "A"\ndate = 2021-01-01\nlink = MAP\nprovider = { name = "N", domain = MAP }\n+++\nWords.',
      '{ a = 1 }',
    ],
  ])('reports nested fields instead of text, in %s', (_, source, fields) => {
    const { articles, diagnostics } = editionOf({ 'a.md': source.replaceAll('MAP', fields) });
    expect(articles).toHaveLength(1);
    expect(diagnostics).toMatchObject([
      { field: 'link', line: 4, message: 'Expected an http or https address, found nested fields.' },
      { field: 'provider.domain', line: 5 },
    ]);
  });

  test('is a draft with `published: false` or `draft: true`', () => {
    expect(articleOf('published: false').article?.isDraft).toBe(true);
    expect(articleOf('draft: true').article?.isDraft).toBe(true);
    expect(articleOf('published: true').article).not.toHaveProperty('isDraft');
  });

  test('needs a URL or a body', () => {
    const bare = '---\ntitle: A\ndate: 2021-01-01\n---\n';
    expect(editionOf({ 'a.md': bare }).diagnostics).toMatchObject([{ severity: 'error', code: 'missing-field' }]);
    expect(editionOf({ 'a.md': `${bare}Words.` }).articles[0]?.body).toEqual([{ tag: 'p', children: ['Words.'] }]);
  });
});

describe('AMP URLs', () => {
  const amp = 'ampWebUrl: https://amp.b.example/x';

  test('stores a derivable cache URL as a flag', () => {
    const { article } = articleOf(`${amp}\ncdnAmpWebUrl: https://amp-b-example.cdn.ampproject.org/c/s/amp.b.example/x`);
    expect(article).toMatchObject({ ampUrl: 'https://amp.b.example/x', ampCacheUrl: true });
  });

  test('stores any other cache URL as it is', () => {
    const other = 'https://other.cdn.ampproject.org/c/s/amp.b.example/x';
    expect(articleOf(`${amp}\ncdnAmpWebUrl: ${other}`).article?.ampCacheUrl).toBe(other);
    expect(articleOf(amp).article).not.toHaveProperty('ampCacheUrl');
  });

  test('warns of an unknown cache host', () => {
    const { diagnostics } = articleOf(`${amp}\ncdnAmpWebUrl: https://cache.example/c/s/amp.b.example/x`);
    expect(diagnostics).toMatchObject([{ field: 'cdnAmpWebUrl', code: 'unknown-amp-cache' }]);
  });
});

describe('related stories', () => {
  const related = (count: number): string =>
    `related:\n${Array.from({ length: count }, (_, i) => `  - title: Story ${i}\n    publishedDateTime: 2021-05-19\n    webUrl: https://c.example/${i}`).join('\n')}`;

  test('keeps the first 24', () => {
    const { article, diagnostics } = articleOf(related(30));
    expect(article?.related).toHaveLength(24);
    expect(diagnostics).toMatchObject([{ code: 'cut', field: 'related[24]' }]);
  });

  test('keeps each URL once', () => {
    const twice = `${related(1)}\n  - title: Again\n    publishedDateTime: 2021-05-19\n    webUrl: https://c.example/0?utm_source=x`;
    expect(articleOf(twice).article?.related.map(({ title }) => title)).toEqual(['Story 0']);
  });

  test('reports the field and the line of an invalid value', () => {
    const { diagnostics } = articleOf(
      `${related(1)}\n  - title: Bad\n    publishedDateTime: soon\n    webUrl: https://c.example/9`,
    );
    expect(diagnostics).toMatchObject([{ field: 'related[1].publishedDateTime', line: 10 }]);
  });

  test('omits the article itself', () => {
    const { article } = articleOf(
      'webUrl: https://a.example/1\nrelated:\n  - title: Me\n    publishedDateTime: 2021-01-01\n    webUrl: https://a.example/1#x',
    );
    expect(article?.related).toEqual([]);
  });

  test('adds the slug of a story that is an article of this site', () => {
    const { articles } = editionOf({
      'a.md': articleFile(
        'webUrl: https://a.example/1\nrelated:\n  - title: B\n    publishedDateTime: 2021-01-01\n    webUrl: https://b.example/1#x',
      ),
      'b.md': articleFile('webUrl: https://b.example/1'),
    });
    expect(articles.find(({ slug }) => slug === 'a')?.related[0]?.slug).toBe('b');
  });
});
