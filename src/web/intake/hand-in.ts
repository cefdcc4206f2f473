import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { KeptAll } from '#contract/arrival.js';
import { countFirst, countWords } from '#domain/count-words.js';
import { tell } from '#web/door/ask.js';
import { release } from '#web/list/hold.js';
import { say } from '#web/shell/say.js';
import { refusalWords } from '#web/undo/do.js';
import { show } from '#web/undo/offer.js';

/** Hands mails in, as files or as pasted text, and goes to where they are shown being read. */
export function useHandIn() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation<KeptAll, Error, readonly File[] | string>({
    mutationFn: (given) => tell<KeptAll>('/arrivals', typeof given === 'string' ? given : formOf(given)),
    onSuccess: (answer) => {
      const words = keptWords(answer);
      show({ said: words, operation: null, code: null });
      say(words);
      void queries.invalidateQueries().then(release);
      const first = answer.kept.find((one) => one.kept !== null)?.kept;
      if (first != null) void navigate({ to: '/intake', search: { arrival: first.arrival } });
    },
    onError: (error) => {
      const words = refusalWords(error);
      show({ said: words, operation: null, code: null });
      say(words, true);
    },
  });
}

/** "One mail is kept.", "Two mails are kept, one had come before. notes.pdf: not a mail." */
export function keptWords(answer: KeptAll): string {
  const kept = answer.kept.flatMap((one) => one.kept ?? []);
  const before = kept.filter((one) => !one.fresh).length;
  const refused = answer.kept
    .filter((one) => one.kept === null)
    .map((one) => `${one.file}: ${one.because ?? 'not kept.'}`);
  const problems = answer.kept.flatMap((one) =>
    one.kept === null ? [] : one.problems.map((each) => `${one.file}: ${each.because}`),
  );
  const count = `${countFirst(kept.length)} ${kept.length === 1 ? 'mail is' : 'mails are'} kept`;
  const known =
    before === 0
      ? ''
      : before === kept.length
        ? ', as it was before'
        : `, ${countWords(before)} had come before`;
  return [kept.length === 0 ? 'Nothing was kept.' : `${count}${known}.`, ...problems, ...refused].join(' ');
}

function formOf(files: readonly File[]): FormData {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return form;
}
