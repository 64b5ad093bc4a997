// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../../src/app/search/query/parse-query.ts';
import { runSearch } from '../../../../src/app/search/run-search.ts';
import { search, sourceOf, storyOf, titlesFound } from '../../../support/search-source.ts';

/** Stories without the words of a test, so that its words are rare. */
const others = Array.from({ length: 20 }, (_, index) => storyOf(`Other ${index}`));

const found = (stories: Parameters<typeof storyOf>[0][], query: string): Promise<string[]> =>
  titlesFound([...stories.map(storyOf), ...others], query);

const named = (name: string) => [{ slug: 'x', name }];

describe('a story is before another one', () => {
  test('with the word in its title instead of its excerpt, and in its excerpt instead of a name', async () => {
    const stories = [
      { title: 'Snow' },
      { title: 'In excerpt', excerpt: 'Snow fell.' },
      { title: 'In topic', topics: named('Snow') },
    ];
    expect(await found(stories, 'snow')).toEqual(['Snow', 'In excerpt', 'In topic']);
  });

  test('with the word in title and excerpt', async () => {
    const stories = [
      { title: 'Snow here', excerpt: 'Snow fell.' },
      { title: 'Snow there', excerpt: 'It fell.' },
    ];
    expect(await found(stories, 'snow')).toEqual(['Snow here', 'Snow there']);
  });

  test('if it is newer, and otherwise equal', async () => {
    expect(await found(['Snow in May', 'Snow in June', 'Snow in July'], 'snow')).toEqual([
      'Snow in July',
      'Snow in June',
      'Snow in May',
    ]);
  });

  test('if it is much newer, although an older one has the word in one more place', async () => {
    const stories = [{ title: 'Old snow', excerpt: 'Snow fell.' }, ...others, { title: 'New snow' }].map(storyOf);
    expect(await titlesFound(stories, 'snow')).toEqual(['New snow', 'Old snow']);
  });

  test('with the word in its title, although another one with it in its excerpt is much newer', async () => {
    const stories = [{ title: 'Old snow' }, ...others, { title: 'New', excerpt: 'Snow fell.' }].map(storyOf);
    expect(await titlesFound(stories, 'snow')).toEqual(['Old snow', 'New']);
  });

  test('with the word itself, before one with another ending', async () => {
    expect(await found(['City', 'Cities'], 'city')).toEqual(['City', 'Cities']);
    expect(await found(['Cities', 'City'], 'cities')).toEqual(['Cities', 'City']);
  });

  test('with the word itself, before one with a word that begins with it', async () => {
    expect(await found(['Star', 'Starfish'], 'star')).toEqual(['Star', 'Starfish']);
  });

  test('with the rarer of two words in its title', async () => {
    const stories = [
      { title: 'Comet', excerpt: 'At night.' },
      { title: 'Night', excerpt: 'A comet.' },
      'Night one',
      'Night two',
      'Night three',
    ];
    expect(await found(stories, 'comet "night"')).toEqual(['Comet', 'Night']);
  });

  test('with the word as the name of a provider or an author alike', async () => {
    const stories = [
      { title: 'By provider', provider: { name: 'Snow Times' } },
      { title: 'By author', authors: [{ name: 'Ada Snow' }] },
    ];
    expect(await found(stories, 'snow')).toEqual(['By author', 'By provider']);
  });
});

describe('the words of a query', () => {
  test('may be in different parts of a story', async () => {
    const story = { title: 'Snow', excerpt: 'It fell.', topics: named('Weather'), provider: { name: 'The Times' } };
    expect(await found([story, 'Snow'], 'snow fell weather times')).toEqual(['Snow']);
  });

  test('must all be there, in any order', async () => {
    expect(await found(['Snow and rain', 'Rain and snow', 'Snow', 'Rain'], 'snow rain')).toEqual([
      'Rain and snow',
      'Snow and rain',
    ]);
  });

  test('that are excluded are not there', async () => {
    expect(await found(['Snow and rain', 'Snow', 'Snow and rainbow'], 'snow -rain')).toEqual([
      'Snow and rainbow',
      'Snow',
    ]);
  });

  test('may all be excluded: the other stories, the newest first', async () => {
    const titles = ['Old', 'Snow', 'New'].map(storyOf);
    expect(await titlesFound(titles, '-snow')).toEqual(['New', 'Old']);
    expect(await titlesFound(titles, '-snow -new')).toEqual(['Old']);
  });

  test('find nothing where there is nothing', async () => {
    expect(await found(['Snow'], 'xyzzy')).toEqual([]);
  });
});

describe('a word that is unfinished', () => {
  test('finds words that begin with it', async () => {
    expect(await found(['Government', 'Governance', 'Gold'], 'gover')).toEqual(['Governance', 'Government']);
  });

  test('of one letter finds only that letter', async () => {
    expect(await found(['G', 'Gold'], 'g')).toEqual(['G']);
  });

  test('in quotes is finished', async () => {
    expect(await found(['Star', 'Starfish', 'Stars'], '"star"')).toEqual(['Star']);
  });

  test('before another word is finished', async () => {
    expect(await found(['Starfish here', 'Star here'], 'star here')).toEqual(['Star here']);
  });

  test('of a script without spaces finds texts that contain it', async () => {
    expect(await found(['東京タワー', '京都', '東'], '京')).toEqual(['京都', '東京タワー']);
    expect(await found(['서울시에서', '서울', '울산'], '울')).toEqual(['울산', '서울', '서울시에서']);
  });
});

describe('a word that is in every story', () => {
  const stories = ['The snow', 'The rain', 'The sun', 'The sea', 'The wind', 'The moon'].map(storyOf);

  test('is optional beside a rarer one', async () => {
    expect(await titlesFound([...stories, storyOf('Snow')], 'the "snow"')).toEqual(['The snow', 'Snow']);
  });

  test('finds all stories if it is alone, the newest first', async () => {
    expect(await titlesFound(stories, 'the')).toEqual(stories.map(({ title }) => title).toReversed());
  });

  test('is required beside others of the kind', async () => {
    const both = ['The old man', 'The old sea', 'The new man', 'The old'].map(storyOf);
    expect(await titlesFound(both, 'the "old"')).toEqual(['The old', 'The old sea', 'The old man']);
  });
});

test('only stories that are allowed are found', async () => {
  const source = sourceOf(['Snow', 'Snow', 'Rain', 'Snow'].map(storyOf));
  const query = parseQuery('snow');
  expect((await runSearch({ source, query, allowed: new Set([0, 2, 3]) })).positions).toEqual([3, 0]);
  expect((await runSearch({ source, query, allowed: new Set() })).positions).toEqual([]);
});

test('stories of all segments are in one order', async () => {
  const stories = Array.from({ length: 600 }, (_, index) =>
    storyOf(index % 200 === 0 ? { title: 'Snow' } : index % 200 === 1 ? { title: 'x', excerpt: 'Snow' } : 'Rain'),
  );
  const { positions } = await search(sourceOf(stories), 'snow');
  expect(positions).toEqual([400, 200, 0, 401, 201, 1]);
});
