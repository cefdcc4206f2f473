import { createHash } from 'node:crypto';
import { keepNoteAction } from '#actions/arrival/note.js';
import { perform, type Room } from '#actions/perform.js';
import type { Id } from '#domain/id.js';
import { isRefusal, type Refusal } from '#domain/refusal.js';
import type { Actor } from '#record/entry.js';

export type NoteKept = { readonly arrival: Id<'arrival'>; readonly part: string };

/** Keeps what a colleague typed (learned by phone, say) as an arrival of its own, so that it can be quoted. */
export async function keepNote(
  room: Room,
  deal: Id<'deal'>,
  note: string,
  asking: { readonly actor: Actor; readonly operation: string },
): Promise<NoteKept | Refusal> {
  const fresh = room.mint('arrival');
  const textHash = createHash('sha256').update(note, 'utf8').digest('hex');
  const part = `words-${textHash.slice(0, 8)}`;
  // The same words typed twice are two notes: each is somebody's, at a time.
  const contentHash = createHash('sha256').update(`note ${fresh} ${note}`).digest();
  const done = await perform(room, {
    action: keepNoteAction,
    asked: { arrival: fresh, deal, note, part, contentHash },
    ...asking,
    body: { deal, note },
  });
  return isRefusal(done) ? done : { arrival: done.arrival ?? fresh, part };
}
