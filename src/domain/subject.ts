import type { Id } from '#domain/id.js';

/**
 * What an entry is about; each subject is a chain of its own. A deal has two: its record, which host and
 * partner share, and its notebook, which the host alone sees. The kind of an entry chooses between them.
 */
export type Subject = 'workspace' | 'programme' | Id<'arrival'> | Id<'partner'> | Id<'deal'> | Notebook;

export type Notebook = `${Id<'deal'>}.notebook`;

export function notebookOf(deal: Id<'deal'>): Notebook {
  return `${deal}.notebook`;
}

/** The deal that a chain belongs to, or null for any other subject. */
export function dealOf(subject: Subject): Id<'deal'> | null {
  if (!subject.startsWith('deal_')) return null;
  return subject.replace(/\.notebook$/, '') as Id<'deal'>;
}
