import { say } from '#web/shell/say.js';
import { show } from '#web/undo/offer.js';

/** Puts words on the clipboard and says so. Browsers give no clipboard to a page that came without encryption. */
export async function copyWords(words: string): Promise<void> {
  const said = (await put(words))
    ? 'Copied.'
    : 'Not copied: this browser gives the page no clipboard. Select the words instead.';
  show({ said, operation: null, code: null });
  say(said);
}

async function put(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
