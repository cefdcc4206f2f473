import type { Action } from '#actions/decision.js';
import { nameBackup, nameOwner } from '#actions/handoff/own.js';
import { correctSide } from '#actions/intro/correct.js';
import { declineIntro } from '#actions/intro/decline.js';
import { takeIntro } from '#actions/intro/take.js';
import { perform, type Room } from '#actions/perform.js';
import { addColleague } from '#actions/settings/colleague.js';
import { addDomain, nameCompany } from '#actions/settings/company.js';
import { addPartner, setRule } from '#actions/settings/partner.js';
import { setWeek } from '#actions/settings/week.js';
import { readWorkspace } from '#database/workspace.js';
import type { Id } from '#domain/id.js';
import { must } from '#domain/must.js';
import { isRefusal } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { STANDARD_WEEK } from '#domain/week.js';
import { fetchText } from '#record/arrivals/fetch.js';
import type { Actor } from '#record/entry.js';
import type { Answer } from '#record/operation.js';
import { lookAt } from '#sources/mail/first-look.js';
import { Known } from '#views/known.js';
import { keepIncoming } from '#worker/keep.js';
import { readOne } from '#worker/read.js';
import { incoming, mailBytes, type Written } from './mail.js';
import { plainReader } from './reader.js';
import { DANA, MARCUS } from './room.js';

/** Carries an order out and insists that it is done. */
export async function did<Asked>(
  room: Room,
  action: Action<Asked>,
  asked: Asked,
  actor: Actor = DANA,
): Promise<Answer> {
  const done = await perform(room, { action, asked, actor, operation: room.mint('operation') });
  must(!isRefusal(done), `${action.name} is not refused: ${isRefusal(done) ? done.because : ''}`);
  return done;
}

/** Northbeam, with Dana and Marcus, Kestrel as its partner, and intros from Kestrel going to Marcus. */
export async function foundNorthbeam(room: Room): Promise<void> {
  await did(room, addColleague, {
    person: DANA,
    name: 'Dana Whitfield',
    email: 'dana@northbeam.example',
    role: 'admin',
    title: null,
  });
  await did(room, nameCompany, { company: 'Northbeam' });
  await did(room, addDomain, { domain: 'northbeam.example' });
  const week = { ...STANDARD_WEEK, zone: 'Europe/Berlin', holidays: { country: 'DE', region: 'BE' } };
  await did(room, setWeek, { person: null, week });
  await did(room, addColleague, {
    person: MARCUS,
    name: 'Marcus Lind',
    email: 'marcus@northbeam.example',
    role: 'member',
    title: 'Partner manager',
  });
  await did(room, addPartner, { name: 'Kestrel', domains: ['kestrel.example'], people: [] });
  const partner = (await knownNow(room, [])).workspace.partners[0]?.id ?? null;
  await did(room, setRule, { partner, owner: MARCUS, backup: DANA, role: 'introducer' });
}

/** Keeps a mail and reads it, as the doors and the worker do. */
export async function arrive(room: Room, mail: Written): Promise<Id<'arrival'>> {
  const bytes = mailBytes(mail);
  const kept = await keepIncoming(room, incoming(bytes, 'smtp', room.now()), lookAt(bytes), {
    actor: 'baton',
    how: 'To intro@localhost, by mail',
    operation: room.mint('operation'),
  });
  must(!isRefusal(kept), 'a mail is always kept');
  await readOne(room, plainReader, kept.arrival);
  return kept.arrival;
}

/** The chains as the database has them, folded. */
export async function knownNow(
  room: Room,
  subjects: readonly (Id<'arrival'> | Id<'deal'>)[],
): Promise<Known> {
  const chains = subjects.flatMap((each) =>
    each.startsWith('deal_') ? [each, notebookOf(each as Id<'deal'>)] : [each],
  );
  return new Known(
    await readWorkspace(room.pool, room.workspace, (tx) =>
      room.memory.fresh(tx, room.workspace, ['workspace', ...chains]),
    ),
  );
}

/** The words of a deal's intro, as taking it shares them. */
export async function wordsOf(room: Room, deal: Id<'deal'>) {
  const reading = (await knownNow(room, [deal])).deal(deal).notebook.reading;
  must(reading !== null, 'the intro was read');
  const { arrival, part } = reading;
  const text = await readWorkspace(room.pool, room.workspace, (tx) =>
    fetchText(tx, room.workspace, room.wrap, arrival, part),
  );
  return { arrival, part, text: text ?? '' };
}

/** One intro with a reply, carried as far as `place` says: taken, declined, or left to wait. */
export async function liveThrough(room: Room, place: number): Promise<Id<'deal'>> {
  const id = `intro-${place}@kestrel.example`;
  const body = `Dana, meet Joanna of Halden, because their contract ends in May. Site ${place}, 4000${place} EUR.`;
  const arrival = await arrive(room, { id, body });
  const deal = (await knownNow(room, [arrival])).arrival(arrival).deal;
  must(deal !== null, 'an intro opens a deal');
  await did(room, nameOwner, { deal, owner: DANA, backup: MARCUS });
  await did(room, correctSide, { deal, email: null, name: 'Joanna', side: 'buyer' });
  await arrive(room, {
    from: 'Joanna Reyes <joanna@halden.example>',
    id: `reply-${place}@halden.example`,
    answers: [id],
    body: `Thanks, number ${place}. Tuesday works.`,
  });
  if (place % 4 === 3)
    await did(room, declineIntro, { deal, why: 'They signed with somebody else.' }, MARCUS);
  else if (place % 4 !== 2)
    await did(room, takeIntro, { deal, by: MARCUS, words: await wordsOf(room, deal) }, MARCUS);
  await did(room, nameBackup, { deal, backup: null }, MARCUS);
  return deal;
}
