import type { Decision, ErrandWanted, Moment } from '#actions/decision.js';
import { checkQuotes } from '#actions/quotes.js';
import type { Id } from '#domain/id.js';
import { must } from '#domain/must.js';
import { dealOf, notebookOf, type Subject } from '#domain/subject.js';
import type { Append, Guard, Part } from '#record/append.js';
import { deliveryPart, keepPart, textPart } from '#record/arrivals/keep.js';
import { mentionPart, replyPart, threadPart } from '#record/arrivals/thread.js';
import { linked, type Salt } from '#record/chain.js';
import type { Entry } from '#record/entry.js';
import { cancelErrandPart, errandPart } from '#record/errand.js';
import type { Answer } from '#record/operation.js';
import { secretPart } from '#record/secret.js';
import { saveArrivalPart } from '#views/arrival/save.store.js';
import { saveDealPart } from '#views/deal/save.store.js';
import { type Folded, foldOn } from '#views/folded.js';
import { Known } from '#views/known.js';
import { saveWorkspacePart } from '#views/workspace/save.store.js';

/** What is to be appended, and how the chains stand once it is committed. */
export type Written = {
  readonly append: Append;
  readonly answer: Answer;
  readonly folded: ReadonlyMap<Subject, Folded>;
};

export type Pen = { readonly workspace: string; readonly wrap: Uint8Array; readonly salt: Salt };

/** Turns a decision into all that one statement writes. Pure, but for fresh keys of what is kept. */
export function write(
  pen: Pen,
  known: Known,
  decision: Decision,
  moment: Moment,
  order: { readonly operation: string; readonly action: string },
  answered: (answer: Answer) => Part,
): Written {
  const { entries, folded } = grow(pen, known, decision, moment);
  checkQuotes(known, decision);
  const errands = (decision.errands ?? []).map((wanted) => ({ id: moment.mint('errand'), wanted }));
  const answer: Answer = {
    ...order,
    said: decision.said,
    deal: decision.deal ?? null,
    arrival: decision.arrival ?? null,
    at: moment.now,
    actor: moment.actor,
    entries: [...folded.keys()].map((subject) => ({
      subject,
      numbers: entries.filter((entry) => entry.subject === subject).map((entry) => entry.number),
    })),
    errands: errands.map((each) => each.id),
    undoable: decision.undoable ?? true,
  };
  const parts = [
    ...keepParts(pen, decision, moment),
    ...(decision.secrets ?? []).map((each) => secretPart(pen.workspace, pen.wrap, each, moment.now)),
    ...(decision.threads ?? []).map((each) => threadPart(each.messageId, each.deal)),
    ...(decision.replies ?? []).map((each) => replyPart(each.messageId, each.deal)),
    ...(decision.mentions ?? []).map((each) => mentionPart(each.messageId, each.arrival)),
    ...viewParts(known, folded),
    ...errands.map((each) => errandPart(errandRow(each.id, each.wanted, moment.now))),
    ...(decision.cancels ?? []).map(cancelErrandPart),
  ];
  const append = { entries, guards: guardsOf(known, folded), parts, answer: answered(answer) };
  return { append, answer, folded };
}

function grow(pen: Pen, known: Known, decision: Decision, moment: Moment) {
  const entries: Entry[] = [];
  const folded = new Map<Subject, Folded>();
  for (const subject of new Set(decision.appends.map((each) => each.to))) {
    const before = known.chain(subject);
    const happenings = decision.appends.filter((each) => each.to === subject).map((each) => each.happening);
    const grown = linked({ ...pen, head: before.head, happenings, actor: moment.actor, now: moment.now });
    entries.push(...grown);
    folded.set(subject, foldOn(subject, before, grown));
  }
  must(entries.length > 0, 'an action that is carried out leaves an entry');
  return { entries, folded };
}

// What was only read is guarded: if it grew meanwhile nothing is written, and the action is decided again. The
// half of a deal that stands still while the other grows needs no guard of its own: the deal's saved row holds
// both numbers, and turns back whoever saw less.
function guardsOf(known: Known, folded: ReadonlyMap<Subject, Folded>): readonly Guard[] {
  const saved = new Set([...folded.keys()].map(dealOf).filter((deal) => deal !== null));
  return known.subjects
    .filter((subject) => !folded.has(subject) && !saved.has(dealOf(subject) as Id<'deal'>))
    .map((subject) => ({ subject, number: known.chain(subject).head.number }));
}

function keepParts(pen: Pen, decision: Decision, moment: Moment): readonly Part[] {
  const texts = (decision.texts ?? []).map((each) =>
    textPart(pen.workspace, each.key, each.arrival, each.part, each.text),
  );
  const keeps = decision.keeps;
  if (keeps === undefined) return texts;
  if ('key' in keeps) return [...texts, deliveryPart(pen.workspace, keeps.key, keeps.delivery)];
  const { part, key } = keepPart(pen.workspace, pen.wrap, keeps.arrival, moment.now);
  const delivered = deliveryPart(pen.workspace, key, keeps.delivery);
  const inside = (keeps.texts ?? []).map((each) =>
    textPart(pen.workspace, key, keeps.arrival.arrival, each.part, each.text),
  );
  return [...texts, part, delivered, ...inside];
}

function viewParts(known: Known, folded: ReadonlyMap<Subject, Folded>): readonly Part[] {
  const after = new Known(
    new Map([...known.subjects.map((each) => [each, known.chain(each)] as const), ...folded]),
  );
  const deals = new Set([...folded.keys()].map(dealOf).filter((deal) => deal !== null));
  const arrivals = [...folded.keys()].filter((subject): subject is Id<'arrival'> =>
    subject.startsWith('arrival_'),
  );
  return [
    ...(folded.has('workspace')
      ? [saveWorkspacePart(after.workspace, after.chain('workspace').head.number)]
      : []),
    ...arrivals.map((arrival) =>
      saveArrivalPart(arrival, after.arrival(arrival), after.chain(arrival).head.number),
    ),
    ...[...deals].map((deal) =>
      saveDealPart(after.deal(deal), {
        record: after.chain(deal).head.number,
        notebook: after.chain(notebookOf(deal)).head.number,
      }),
    ),
  ];
}

function errandRow(id: string, wanted: ErrandWanted, now: string) {
  const notBefore = new Date(Date.parse(now) + (wanted.after ?? 0) * 1000).toISOString();
  return { id, kind: wanted.kind, subject: wanted.subject, detail: wanted.detail ?? {}, notBefore };
}
