/** A text, and its terms. They are the same in Node and in browsers. */
interface SearchText {
  script: string;
  text: string;
  terms: string[];
}

const textIn = (script: string, text: string, terms: string): SearchText => ({ script, text, terms: terms.split(' ') });

export const SEARCH_TEXTS: SearchText[] = [
  textIn(
    'Latin',
    "The U.S. firm's e-mail: don't use C++, C# or AT&T with Rust 1.85.1. Łódź, Straße, ﬁnance, ½",
    'the us firm s e mail don t use c++ c# or at t with rust 1 85 1 lodz strasse finance 1 2',
  ),
  textIn('Greek', 'Ο ΔΡΟΜΟΣ και η θάλασσα της Αθήνας', 'ο δρομοσ και η θαλασσα τησ αθηνασ'),
  textIn('Cyrillic', 'Ещё один ЙОГУРТ из Києва', 'еще один иогурт из києва'),
  textIn('Arabic', 'أَحْمَد في المدرســة، ٢٠٢٤', 'احمد في المدرسه 2024'),
  textIn('Hebrew', 'שָׁלוֹם לצה״ל', 'שלום לצה ל'),
  // Its marks are vowels.
  textIn('Devanagari', 'हिन्दी की ख़बरें', 'हिन्दी की ख़बरें'),
  textIn('Armenian', 'Երևան ՔԱՂԱՔ', 'երեւան քաղաք'),
  textIn('Georgian', 'თბილისი ᲗᲑᲘᲚᲘᲡᲘ', 'თბილისი თბილისი'),
  // Pairs of characters, and the last character of each run.
  textIn('Thai', 'ภาษาไทย พ.ศ. 2567', 'ภา าษ ษา าไ ไท ทย ย พ ศ 2567'),
  textIn('Han', '中国的iPhone手机，𠮷野家', '中国 国的 的 iphone 手机 机 𠮷野 野家 家'),
  textIn(
    'kana and Han',
    '東京でラーメンを食べる ﾃﾞｰﾀ',
    '東京 京で でラ ラー ーメ メン ンを を食 食べ べる る デー ータ タ',
  ),
  textIn('Hangul', '서울시의 날씨 \u1112\u1161\u11ab\u1100\u1173\u11af', '서울 울시 시의 의 날씨 씨 한글 글'),
];
