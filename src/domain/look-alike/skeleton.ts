/**
 * What a reader takes other letters for: the Cyrillic, Greek, Armenian and Latin ones that the confusables of
 * Unicode (UTS 39, confusables.txt) lead to a letter of domains, and the digits that people put for letters.
 */
const TAKEN_FOR: readonly (readonly [letter: string, others: string])[] = [
  ['a', 'аɑα4'],
  ['b', 'ьƅ8'],
  ['c', 'сᴄ'],
  ['d', 'ԁđɖ'],
  ['e', 'еҽє℮3'],
  ['f', 'ꞙքƒ'],
  ['g', 'ɡցɢ9'],
  ['h', 'һհħ'],
  // The dot of an i and the height of an l are what the eye drops first.
  ['l', 'iіιıɩӏ1łǀɫ'],
  ['j', 'јϳ'],
  ['k', 'кκķ'],
  ['m', 'м'],
  ['n', 'ոռηпɴ'],
  ['o', 'оοօσө0øѳ'],
  ['p', 'рρ'],
  ['q', 'ԛգզ'],
  ['r', 'гᴦꭇ'],
  ['s', 'ѕꜱ5'],
  ['t', 'тτ7'],
  ['u', 'υսцʋ'],
  ['v', 'νѵᴠ'],
  ['w', 'ԝшաɯω'],
  ['x', 'хχ×'],
  ['y', 'уүγʏ'],
  ['z', 'ᴢʐ2'],
];

/** Two letters that run together into another one. */
const RUN_TOGETHER: readonly (readonly [letter: string, others: string])[] = [
  ['m', 'rn'],
  ['w', 'vv'],
  ['d', 'cl'],
];

const LETTERS = new Map(TAKEN_FOR.flatMap(([letter, others]) => [...others].map((each) => [each, letter])));

/** A domain with each letter as it is taken for at a glance: two with one skeleton look the same. */
export function skeletonOf(domain: string): string {
  const plain = domain.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const read = [...plain].map((each) => LETTERS.get(each) ?? each).join('');
  return RUN_TOGETHER.reduce((text, [letter, others]) => text.replaceAll(others, letter), read);
}

/** Letters that look like those of a domain, each with the one that it is taken for: for tests and for words. */
export function confusablesOf(letter: string): readonly string[] {
  return [...LETTERS].filter(([, taken]) => taken === letter).map(([other]) => other);
}
