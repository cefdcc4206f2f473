import type { Id } from '#domain/id.js';
import type { Part } from '#record/append.js';
import { type ArrivalState, boxOf } from '#views/arrival/state.js';

/** An arrival in a list. `sender` is what the head or the reading says; nobody checked it yet. */
export type ArrivalSummary = {
  readonly arrival: Id<'arrival'>;
  readonly at: string;
  readonly box: ReturnType<typeof boxOf>;
  readonly state: ArrivalState;
};

export function arrivalSummary(arrival: Id<'arrival'>, state: ArrivalState): ArrivalSummary {
  return { arrival, at: state.receivedAt ?? '1970-01-01T00:00:00Z', box: boxOf(state), state };
}

const SAVE =
  'insert into baton.view_arrival (workspace, arrival, number, box, arrived_at, deal, summary) ' +
  'select w.workspace, $1::text, $2::bigint, $3::text, $4::timestamptz, $5::text, $6::jsonb from w ' +
  'on conflict (workspace, arrival) do update set number = baton.ahead(view_arrival.number, excluded.number), ' +
  'box = excluded.box, arrived_at = excluded.arrived_at, deal = excluded.deal, summary = excluded.summary';

/** The saved row of an arrival, written with its entries. */
export function saveArrivalPart(arrival: Id<'arrival'>, state: ArrivalState, number: number): Part {
  const summary = arrivalSummary(arrival, state);
  return {
    text: SAVE,
    values: [arrival, number, summary.box, summary.at, state.deal, JSON.stringify(summary)],
  };
}
