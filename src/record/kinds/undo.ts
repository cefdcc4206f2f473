import { z } from 'zod';
import { kind } from '#record/kind.js';

/** Takes back entries of its own chain. They stay, and are read as not having happened. */
const Undone = z.object({ numbers: z.array(z.number().int()), operation: z.string() });

export const undoneInWorkspace = kind({
  kind: 'workspace.undone',
  chain: 'workspace',
  content: Undone,
  say: () => 'A change was taken back.',
});

export const undoneInArrival = kind({
  kind: 'arrival.undone',
  chain: 'arrival',
  content: Undone,
  say: () => 'It was taken back.',
});

export const undoneInRecord = kind({
  kind: 'record.undone',
  chain: 'record',
  content: Undone,
  say: () => 'It was taken back.',
});

export const undoneInNotebook = kind({
  kind: 'notebook.undone',
  chain: 'notebook',
  content: Undone,
  say: () => 'It was taken back.',
});
