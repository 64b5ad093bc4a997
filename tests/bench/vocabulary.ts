/*
 * Texts for generated articles. Their words have the frequencies of real texts, but no meaning: each is made from its
 * rank, the most frequent first.
 */

/** A language of generated texts. */
interface Language {
  /** `undefined` for the language of the site. */
  lang?: string;
  /** The word of a rank, which counts from 0. */
  wordOf: (rank: number) => string;
  /** What is between words. */
  space: string;
  /** What ends a sentence. */
  stop: string;
}

/** A text of so many words. `next` is a source of numbers from 0 to 1. */
export function textOf({ wordOf, space }: Language, count: number, next: () => number): string {
  const text = Array.from({ length: count }, () => wordOf(wordRank(next()))).join(space);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/*
 * Ranks count from 0. The frequency of a word is proportional to 1 / rank up to rank 1,000, and to 1 / rank^1.5 beyond it.
 * With these numbers the most frequent words are as frequent as those of English, and the number of different words
 * grows like that of news: 6,600 in 1,000 articles, 86,000 in 100,000. https://en.wikipedia.org/wiki/Zipf%27s_law
 */
const WORDS = 150_000;
const FREQUENT_WORDS = 1_000;
/** Added to each rank, because the first few words are less frequent than 1 / rank. */
const OFFSET = 1.5;

/** The share of `FREQUENT_WORDS` in a text, from the integrals of both frequencies. */
const FREQUENT_SHARE = 0.78;
const RARE_WEIGHT = 1 - Math.sqrt((FREQUENT_WORDS + OFFSET) / (WORDS + OFFSET));

/** The rank of a word, for a number from 0 to 1. */
function wordRank(share: number): number {
  if (share < FREQUENT_SHARE) return zipfRank(share / FREQUENT_SHARE, FREQUENT_WORDS);
  const rareShare = (share - FREQUENT_SHARE) / (1 - FREQUENT_SHARE);
  return Math.floor((FREQUENT_WORDS + OFFSET) / (1 - rareShare * RARE_WEIGHT) ** 2 - OFFSET);
}

/** A rank below `size` with a frequency of 1 / rank, for a number from 0 to 1. */
const zipfRank = (share: number, size: number): number =>
  Math.floor(OFFSET * ((size + OFFSET) / OFFSET) ** share - OFFSET);

/** A seeded source of numbers from 0 to 1 (mulberry32): the same seed gives the same numbers. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const list = (text: string): string[] => text.split(' ');

/*
 * All Latin words are different. Groups of consonants and of vowels alternate in them, so their parts can be told apart.
 * No stem contains `io` or `y`, or ends with `s`, `r`, `ng` or a `d` after a vowel, as the endings do.
 */
const ONSETS = ['', ...list('t s w h b m f n l d r p c g v th st pr tr sh ch cr br pl gr fr cl sp str')];
const VOWELS = list('a e i o u ea');
const MIDDLES = list('r t n l d s m c v p b g f');
const LONG_MIDDLES = list('st nt nd ct mp ll ss rm rt rn tr');
const CODAS = list('n t l p m b nt st k ct rt nd');
const ENDINGS = [list('s ed ing'), list('s er ers'), list('s ation ations'), list('ly y s')];

const SIMPLE_ONSETS = ONSETS.slice(0, 20);
const SIMPLE_VOWELS = VOWELS.slice(0, 5);
const SIMPLE_CODAS = CODAS.slice(0, 8);

/** Words of these ranks have no endings. */
const UNINFLECTED = 200;

/** Of five ranks in sequence two are stems, and three are earlier stems with an ending. */
function latinWord(rank: number): string {
  if (rank < UNINFLECTED) return stemOf(rank);
  const block = Math.floor((rank - UNINFLECTED) / 5);
  const place = (rank - UNINFLECTED) % 5;
  if (place < 2) return stemOf(UNINFLECTED + 2 * block + place);
  // Two blocks have the six forms of two stems.
  const form = (block % 2) * 3 + place - 2;
  const stem = UNINFLECTED + 2 * Math.floor(block / 2) + (form % 2);
  return stemOf(stem) + ENDINGS[stem % ENDINGS.length]?.[Math.floor(form / 2)];
}

/** Frequent stems are short. Stems of different sizes differ in the number of vowels, or in the consonants between them. */
function stemOf(index: number): string {
  if (index < 10) return combine([SIMPLE_ONSETS.slice(1), SIMPLE_VOWELS], index);
  if (index < 100) return combine([SIMPLE_ONSETS, SIMPLE_VOWELS, SIMPLE_CODAS], index);
  if (index < 2_500) return combine([SIMPLE_ONSETS, SIMPLE_VOWELS, MIDDLES, SIMPLE_VOWELS, SIMPLE_CODAS], index);
  if (index < 12_000) return combine([ONSETS, VOWELS, LONG_MIDDLES, VOWELS, CODAS], index);
  return combine([ONSETS, SIMPLE_VOWELS, MIDDLES, SIMPLE_VOWELS, MIDDLES, SIMPLE_VOWELS, CODAS], index);
}

/** One part of each list, joined. A different one for each index below the number of combinations, in mixed order. */
function combine(lists: readonly string[][], index: number): string {
  const combinations = lists.reduce((product, { length }) => product * length, 1);
  let rest = (index * LARGE_PRIME) % combinations;
  return lists
    .map((parts) => {
      const part = parts[rest % parts.length];
      rest = Math.floor(rest / parts.length);
      return part;
    })
    .join('');
}

const LARGE_PRIME = 7_368_787;

/** Characters from a range, in an order that is not that of their codes. */
const charactersFrom = (first: number, count: number, used = count): string[] =>
  Array.from({ length: used }, (_, index) => String.fromCharCode(first + ((index * LARGE_PRIME) % count)));

/** How words of another language are made: a syllable has one part of each list, a word one ending. Frequent ones first. */
interface Spelling {
  syllable: string[][];
  endings?: string[];
  space?: string;
  stop?: string;
}

const HAN = charactersFrom(0x4e00, 20_902, 3_000);
const KANA = [...charactersFrom(0x3042, 82), ...charactersFrom(0x30a2, 85)];
const HANGUL = charactersFrom(0, 399).flatMap((block) =>
  [0, 4, 8, 21].map((final) => String.fromCharCode(0xac00 + block.charCodeAt(0) * 28 + final)),
);

const SPELLINGS: Record<string, Spelling> = {
  zh: { syllable: [HAN], space: '', stop: '。' },
  ja: {
    syllable: [[...HAN.slice(0, 40), ...KANA, ...HAN.slice(40)]],
    endings: ['', ...list('の に を は が する した られる')],
    space: '',
    stop: '。',
  },
  ko: { syllable: [HANGUL], endings: ['', ...list('은 이 를 에 의 는 을 가 에서')] },
  ar: {
    syllable: [list('ل م ن ر ت ب ع ه د س ق ف ك ح ج ش ص خ ط ز ذ ض غ ث'), ['', ...list('ا ي و')]],
    endings: ['', ...list('ة ات ين ها')],
  },
  ru: {
    syllable: [list('т н с р в л к м д п з б г ж х ч ш ц'), list('о а е и у ы я ю'), ['', ...list('н т р л ст м')]],
    endings: ['', ...list('а ов ого ами ный')],
  },
  el: {
    syllable: [list('τ σ ν ρ κ π μ λ δ γ θ χ φ β'), list('α ο ε ι η υ ω ά ό ί')],
    endings: ['', ...list('ς ν νται ματα')],
  },
  th: {
    syllable: [
      list('ก น ร ส ม ท ว อ ค ต เก ล ย ด บ เป ป แล พ ห โด'),
      ['า', '', ...list('ี ิ ่า ้า ุ ู')],
      ['', ...list('น ง ก ม ย บ ด')],
    ],
    space: '',
    stop: '',
  },
  hi: {
    syllable: [
      list('क र न स त म ह ल प य ज व द ब ग च श ट भ थ ख'),
      ['ा', '', ...list('े ि ी ो ु ै ू')],
      ['', ...list('ं र न ल त')],
    ],
    endings: ['', ...list('ने ता ना वाला')],
    stop: '।',
  },
};

/** The word of a rank in one of these spellings. Two ranks may have the same word. */
function spelledWord({ syllable, endings = [''] }: Spelling, rank: number): string {
  const next = random(rank);
  const pick = (parts: string[]): string => parts[zipfRank(next(), parts.length)] ?? '';
  const syllables = rank < 10 ? 1 : rank < 3_000 ? 2 : 3;
  return Array.from({ length: syllables }, () => syllable.map(pick).join('')).join('') + pick(endings);
}

/** Keeps the words that are made. */
function kept(wordOf: (rank: number) => string): (rank: number) => string {
  const words = new Map<number, string>();
  return (rank) => {
    let word = words.get(rank);
    if (word === undefined) {
      word = wordOf(rank);
      words.set(rank, word);
    }
    return word;
  };
}

export const SITE_LANGUAGE: Language = { wordOf: kept(latinWord), space: ' ', stop: '.' };

export const OTHER_LANGUAGES: Language[] = Object.entries(SPELLINGS).map(([lang, spelling]) => ({
  lang,
  wordOf: kept((rank) => spelledWord(spelling, rank)),
  space: spelling.space ?? ' ',
  stop: spelling.stop ?? '.',
}));
