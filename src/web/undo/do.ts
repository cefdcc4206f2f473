import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Done } from '#contract/words.js';
import { tell } from '#web/door/ask.js';
import { Refused, Unreached } from '#web/door/refused.js';
import { release } from '#web/list/hold.js';
import { say } from '#web/shell/say.js';
import { show } from '#web/undo/offer.js';

/** What the server says when something is done. Not everything can be taken back. */
type Did = Pick<Done, 'said'> & Partial<Done>;

type Deed = { readonly path: string; readonly body?: unknown; readonly method?: 'POST' | 'PATCH' | 'DELETE' };

/**
 * Does something through the server. What happened is said and can be taken back for ten seconds; everything
 * shown is read again, since one deed moves counts, lists and the deal at once. A refusal is said in its own
 * sentence at the foot of the page, or by the caller where `refusalsHere` is set.
 */
export function useDo({ refusalsHere = false }: { refusalsHere?: boolean } = {}) {
  const queries = useQueryClient();
  return useMutation<Did, Error, Deed>({
    mutationFn: (deed) => tell<Did>(deed.path, deed.body, deed.method),
    onSuccess: (done) => {
      show({
        said: done.said,
        operation: done.undoUntil == null ? null : (done.operation ?? null),
        code: null,
      });
      say(done.said);
      // The person's own deed may move rows; only what others did must not.
      void queries.invalidateQueries().then(release);
    },
    onError: (error) => {
      // Where the refusal stands under its field, saying it once more at the foot of the page is noise.
      if (refusalsHere) return;
      const words = refusalWords(error);
      show({ said: words, operation: null, code: error instanceof Refused ? error.problem.code : null });
      say(words, true);
    },
  });
}

/** What is true, what still works, one thing to do. */
export function refusalWords(error: Error): string {
  if (error instanceof Refused) return error.problem.detail;
  if (error instanceof Unreached)
    return 'Not done: Baton does not answer. Nothing was changed. Try again when the line is back.';
  return 'Not done. Something went wrong on this page; nothing was changed. Load it again.';
}
