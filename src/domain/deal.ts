/** How a deal ends. Any of them can be opened again. */
export const ENDINGS = ['won', 'lost', 'not-pursued'] as const;
export type Ending = (typeof ENDINGS)[number];

/** What a partner deal dies of in the handoff, whatever the euphemism says ("no response", "timing"). */
export const FRICTIONS = [
  'slow-first-action',
  'lost-context',
  'partner-without-a-role',
  'unclear-ownership',
  'no-first-win',
] as const;
export type Friction = (typeof FRICTIONS)[number];

export const FRICTION_WORDS: Record<Friction, string> = {
  'slow-first-action': 'The first action came late',
  'lost-context': 'What the partner had said was lost',
  'partner-without-a-role': 'The partner had no role',
  'unclear-ownership': 'Nobody knew who owned it',
  'no-first-win': 'There was no first win to aim for',
};
