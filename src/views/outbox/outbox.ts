import { Temporal } from 'temporal-polyfill';
import { sayMoment } from '#clocks/say.js';
import type { Viewing } from '#views/deal/baton.js';
import { zoneFor } from '#views/deal/lanes.js';
import type { LetterRow } from '#views/deal/letter-row.js';
import type { DealSummary } from '#views/deal/summary.js';
import { colleagueCalled } from '#views/person/show.js';

const GROUPS = [
  { key: 'going', name: 'Going now', gloss: 'ten seconds to take it back', states: ['going'] },
  {
    key: 'failed',
    name: 'Failed',
    gloss: 'nothing of it is lost',
    states: ['refused', 'unknown', 'returned'],
  },
  { key: 'waits', name: 'Waits', gloss: 'for a server, and tries by itself', states: ['waits'] },
  { key: 'went', name: 'Went out', gloss: 'taken by the mail server', states: ['went'] },
  { key: 'held', name: 'Held', gloss: 'not sent, the text is kept', states: ['dropped'] },
] as const;

/** Between the key and the first attempt, in milliseconds. */
const TAKE_BACK = 10_000;

/** What went, what waits, what failed and why, what is unknown, and whose key let it go. */
export function outboxPage(viewing: Viewing, deals: readonly DealSummary[]) {
  const rows = deals.flatMap((deal) => deal.letters.map((letter) => showLetter(viewing, deal, letter)));
  rows.sort((one, other) => (one.letGoAt < other.letGoAt ? 1 : -1));
  const groups = GROUPS.map(({ key, name, gloss, states }) => ({
    key,
    name,
    gloss,
    rows: rows.filter((row) => (states as readonly string[]).includes(row.state)),
  })).filter((group) => group.rows.length > 0);
  return { ...titleOf(groups), groups, now: viewing.now, zone: zoneFor(viewing.workspace, viewing.viewer) };
}

function showLetter(viewing: Viewing, deal: DealSummary, letter: LetterRow) {
  const { workspace } = viewing;
  const say = (at: string | null) =>
    at === null ? null : sayMoment(Temporal.Instant.from(at), zoneFor(workspace, viewing.viewer));
  const { words, state, attempts } = letter;
  return {
    ...letter,
    to: [...letter.to],
    cc: [...letter.cc],
    deal: deal.deal,
    dealName: deal.name,
    letOutBy: colleagueCalled(workspace, letter.by)?.name ?? 'Baton, by an admin’s standing word',
    letGoWhen: say(letter.letGoAt) ?? '',
    goesAt: new Date(Date.parse(letter.letGoAt) + TAKE_BACK).toISOString(),
    againWhen: say(letter.againAt),
    endedWhen: say(letter.endedAt),
    stateWords: {
      going: attempts === 0 ? 'going' : 'being handed over',
      waits: `waits, ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'} so far`,
      refused: 'refused',
      unknown: 'unknown',
      returned: 'came back',
      went: 'went',
      dropped: 'held',
    }[state],
    words,
  };
}

type Group = { readonly key: string; readonly rows: readonly unknown[] };

function titleOf(groups: readonly Group[]) {
  const count = (key: string) => groups.find((each) => each.key === key)?.rows.length ?? 0;
  const lead = 'Each of these went, or waits to go, because a person said so. Each goes once.';
  if (groups.length === 0)
    return {
      title: 'Nothing went out yet.',
      lead: 'What a person lets out stands here, with what became of it.',
    };
  const said = [
    mails(count('going'), 'goes in seconds', 'go in seconds'),
    mails(count('failed'), 'needs somebody', 'need somebody'),
    mails(count('waits'), 'waits for its server', 'wait for their server'),
  ].filter((each) => each !== null);
  return { title: said.length === 0 ? 'Everything went out.' : `${said.join('. ')}.`, lead };
}

function mails(count: number, one: string, many: string): string | null {
  if (count === 0) return null;
  return count === 1 ? `One mail ${one}` : `${count} mails ${many}`;
}
