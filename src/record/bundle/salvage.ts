// Keys stand in order in canonical JSON, so an entry that nobody touched has this form and no other.
const WORDS = String.raw`"(?:[^"\\\x00-\x1f]|\\["\\bfnrt]|\\u00[01][0-9a-f])*"`;
const HASH = '"[0-9a-f]{64}"';
const ENTRY = new RegExp(
  String.raw`(?<=[[,])\{"actor":${WORDS},"digest":${HASH},"kind":${WORDS},"number":(\d+),"occurredAt":"[^"\\\x00-\x1f]*",` +
    String.raw`"recordedAt":"[^"\\\x00-\x1f]*","salt":(?:null|"[0-9a-f]{32}"),"seal":${HASH},"text":(?:null|${WORDS})\}(?=[,\]])`,
  'g',
);
const CHAIN = /\{"chain":"([^"\\]*)","checkpoint":"[^"\\]*\\n(\d+)\\n/g;

/** The entries of a file that is no JSON any more which are not as they should be written. */
export function salvage(text: string): readonly { readonly chain: string; readonly number: number }[] {
  const begins = [...text.matchAll(CHAIN)];
  return begins.flatMap((match, place) => {
    const own = text.slice(match.index, begins[place + 1]?.index ?? text.length);
    const whole = new Set([...own.matchAll(ENTRY)].map(([, number]) => Number(number)));
    // Where many are gone something else is wrong, and one is enough to look at.
    const most = Math.min(Number(match[2]), whole.size + 1);
    const bent = Array.from({ length: most }, (_, at) => at + 1).find((number) => !whole.has(number));
    return bent === undefined ? [] : [{ chain: match[1] ?? '', number: bent }];
  });
}
