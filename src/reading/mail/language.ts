import { eld } from 'eld/extrasmall';

/** The language of a text as an ISO 639-1 code, or null where it is too short or too mixed to say. */
function languageOf(text: string): string | null {
  const words = text.slice(0, 3_000).replace(/\S{1,80}@\S{1,80}|https?:\/\/\S{1,300}/g, ' ');
  if ((words.match(/\p{L}{2,}/gu) ?? []).length < 4) return null;
  const result = eld.detect(words);
  return result.language !== '' && result.isReliable() ? result.language : null;
}

/** Every language that a paragraph of the text is written in, the main one first. Short ones are not asked. */
export function languagesOf(text: string): string[] {
  const found = new Set<string>();
  const main = languageOf(text);
  if (main) found.add(main);
  for (const paragraph of text.split(/\n\s*\n/).slice(0, 60)) {
    if (paragraph.length < 80) continue;
    const language = languageOf(paragraph);
    if (language) found.add(language);
  }
  return [...found];
}
