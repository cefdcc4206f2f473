import type { DealPage } from '#contract/deal.js';
import type { Today } from '#contract/today.js';
import { browser, Visitor } from '../doors/visitor.js';

/** Somebody who presses a name on the demo's strip. */
export async function lookAs(url: string, who = 'dana'): Promise<Visitor> {
  const answer = await new Visitor(url, { origin: url }).post('/demo/look-as', { who });
  if (answer.status !== 200) throw new Error(answer.text);
  return browser(url, answer);
}

/** Today as lines: the group, the deal, who has it and how its clock stands, in hours and minutes of working time. */
export function linesOf(today: Today): readonly string[] {
  return today.groups.flatMap((group) =>
    group.rows.map(({ name, partnerName, baton }) => {
      const { state, leftMinutes } = baton.clock;
      const left = leftMinutes === null ? state : timeOf(leftMinutes);
      return [group.name, name, partnerName, baton.holder?.name ?? 'nobody', left].join(' | ');
    }),
  );
}

function timeOf(minutes: number): string {
  const whole = Math.ceil(Math.abs(minutes));
  const words = `${Math.floor(whole / 60)} h ${whole % 60} m`;
  return minutes < 0 ? `${words} late` : words;
}

const RANG: Readonly<Record<string, string>> = {
  'Half of the time to the first action is gone.': 'half',
  'One hour of working time is left to the first action.': 'an hour left',
  'The time to the first action has run out.': 'late',
};

/** When each clock rang, as the records of all deals tell it: New York's time, deal and what rang. */
export async function rings(visitor: Visitor): Promise<readonly string[]> {
  const { rows } = (await visitor.get('/api/v1/deals')).body as { rows: { deal: string; name: string }[] };
  const pages = await Promise.all(
    rows.map(async ({ deal }) => (await visitor.get(`/api/v1/deals/${deal}`)).body as DealPage),
  );
  return pages
    .flatMap(({ name, entries }) =>
      entries
        .filter(({ sentence }) => sentence in RANG)
        .map(({ at, sentence }) => ({ at: Date.parse(at), line: `${name}, ${RANG[sentence]}` })),
    )
    .sort((one, other) => one.at - other.at || (one.line < other.line ? -1 : 1))
    .map(({ at, line }) => `${newYork(at)} ${line}`);
}

function newYork(at: number): string {
  const parts = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-US', { ...parts, timeZone: 'America/New_York' }).format(at);
}
