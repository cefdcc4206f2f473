import type { Part } from '#record/append.js';
import { type DealState, isClockRunning } from '#views/deal/state.js';
import { summaryOf } from '#views/deal/summary.js';

const SAVE =
  'insert into baton.view_deal (workspace, deal, record_number, notebook_number, state, owner, due_at, ring_at, summary) ' +
  'select w.workspace, $1::text, $2::bigint, $3::bigint, $4::text, $5::text, $6::timestamptz, $7::timestamptz, $8::jsonb from w ' +
  'on conflict (workspace, deal) do update set ' +
  'record_number = baton.ahead(view_deal.record_number, excluded.record_number), ' +
  'notebook_number = baton.ahead(view_deal.notebook_number, excluded.notebook_number), ' +
  'state = excluded.state, owner = excluded.owner, due_at = excluded.due_at, ring_at = excluded.ring_at, summary = excluded.summary';

/** The saved row of a deal, written with the entries. A writer that saw less than stands there is turned back. */
export function saveDealPart(state: DealState, numbers: { record: number; notebook: number }): Part {
  const summary = summaryOf(state);
  const due = isClockRunning(state) ? (summary.clock?.dueAt ?? null) : (summary.step?.dueAt ?? null);
  return {
    text: SAVE,
    values: [
      state.deal,
      numbers.record,
      numbers.notebook,
      summary.life,
      summary.owner,
      due,
      summary.ringAt,
      JSON.stringify(summary),
    ],
  };
}
