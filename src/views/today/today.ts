import { sayDuration } from '#clocks/say.js';
import { buyerFirst } from '#domain/buyer.js';
import { countFirst, countWords } from '#domain/count-words.js';
import { type BatonRowSeen, showRow, type Viewing } from '#views/deal/baton.js';
import { zoneFor } from '#views/deal/lanes.js';
import type { DealSummary } from '#views/deal/summary.js';
import { readyOf } from '#views/today/ready.js';

export type TodayFacts = {
  readonly deals: readonly DealSummary[];
  readonly counts: {
    readonly today: number;
    readonly intake: number;
    readonly deals: number;
    readonly alarms: number;
  };
  readonly arrivals: number;
  readonly address: string;
  readonly listening: string;
  readonly outgoing: boolean;
};

/** Mine: on the track, with nobody, with you, and with others where you are the backup. Everyone: every live deal. */
export type Whose = 'mine' | 'everyone';

/** The rep's own page: who has which baton, ranked by risk of silence, and the finding as its title. */
export function todayPage(viewing: Viewing, whose: Whose, facts: TodayFacts) {
  const rows = facts.deals.map((summary) => ({ summary, row: showRow(viewing, summary) })).sort(byRisk);
  const isTrack = ({ row }: { row: BatonRowSeen }) => row.baton.clock.state === 'none';
  const track = rows.filter(isTrack);
  const nobody = rows.filter((each) => each.row.baton.holder === null && !isTrack(each));
  const you = rows.filter(({ row }) => row.baton.isYou);
  const others = rows.filter(
    ({ row, summary }) =>
      row.baton.holder !== null &&
      !row.baton.isYou &&
      (whose === 'everyone' || summary.backup === viewing.viewer),
  );
  const groups = [
    {
      key: 'track' as const,
      name: 'On the track',
      gloss: 'no step is open, so nobody owes anybody anything',
      rows: track.map(({ row }) => row),
    },
    {
      key: 'nobody' as const,
      name: 'With nobody',
      gloss: 'taken by no one',
      rows: nobody.map(({ row }) => row),
    },
    {
      key: 'you' as const,
      name: 'With you',
      gloss: 'ranked by risk of silence',
      rows: you.map(({ row }) => row),
    },
    {
      key: 'others' as const,
      name: 'With others',
      gloss: whose === 'everyone' ? 'ranked by risk of silence' : 'where you are the backup',
      rows: others.map(({ row }) => row),
    },
  ].filter((group) => group.rows.length > 0);
  const firstRun = facts.arrivals === 0 && facts.deals.length === 0;
  const elsewhere = rows.filter(({ row }) => row.baton.holder !== null && !row.baton.isYou).length;
  return {
    ...(firstRun
      ? FIRST
      : wordsFor(groups[0]?.rows[0] ?? null, {
          nobody: nobody.length,
          track: track.length,
          you: you.length,
          others: elsewhere,
          intake: facts.counts.intake,
        })),
    groups,
    counts: facts.counts,
    firstRun,
    ready: readyOf(viewing.workspace, facts.outgoing),
    address: facts.address,
    listening: facts.listening,
    now: viewing.now,
    zone: zoneFor(viewing.workspace, viewing.viewer),
  };
}

const FIRST = {
  title: 'Forward one intro.',
  lead: 'Baton reads it, names an owner and starts the clock. Nothing is sent to anyone until you press send.',
};

// Time left against time allowed. An old intro that only asks comes after what is being measured.
function byRisk(one: { row: BatonRowSeen }, other: { row: BatonRowSeen }): number {
  return riskOf(one.row) - riskOf(other.row);
}

function riskOf({ baton }: BatonRowSeen): number {
  const { leftMinutes, allowedMinutes } = baton.clock;
  return leftMinutes === null || allowedMinutes === null || allowedMinutes === 0
    ? Number.MAX_VALUE
    : leftMinutes / allowedMinutes;
}

type Counted = {
  readonly nobody: number;
  readonly track: number;
  readonly you: number;
  readonly others: number;
  readonly intake: number;
};

function wordsFor(first: BatonRowSeen | null, { nobody, track, you, others, intake }: Counted) {
  const lead = `${youHold(you)} ${withOthers(others)}`;
  if (first === null && intake > 0) {
    const what =
      intake === 1
        ? 'One arrival waits for you in Intake.'
        : `${countFirst(intake)} arrivals wait for you in Intake.`;
    return { title: what, lead: 'No deal is open yet.' };
  }
  if (first === null) return { title: 'No baton is with you.', lead: withOthers(others) };
  if (track > 0) {
    const what =
      track === 1
        ? `${buyerFirst(first.name)} has no next step`
        : `${countFirst(track)} deals have no next step`;
    return { title: `${what}: the baton is on the track.`, lead };
  }
  if (nobody > 0) {
    const what = nobody === 1 ? 'One intro has no owner' : `${countFirst(nobody)} intros have no owner`;
    return { title: `${what}${dueWords(first, nobody === 1)}.`, lead };
  }
  const { clock } = first.baton;
  if (first.baton.isYou && clock.state === 'asks')
    return {
      title: `${buyerFirst(first.name)} is an older intro: start its clock, or was it handled?`,
      lead,
    };
  if (first.baton.isYou && clock.leftMinutes !== null) {
    return clock.leftMinutes <= 0
      ? {
          title: `${buyerFirst(first.name)} is late by ${sayDuration(clock.leftMinutes)} of working time.`,
          lead,
        }
      : { title: `${buyerFirst(first.name)} is with you, ${sayDuration(clock.leftMinutes)} left.`, lead };
  }
  return { title: you === 0 ? 'No baton is with you.' : `${buyerFirst(first.name)} is with you.`, lead };
}

function dueWords(row: BatonRowSeen, isOne: boolean): string {
  const left = row.baton.clock.leftMinutes;
  if (left === null) return '';
  const which = isOne ? 'it' : 'the first';
  return left <= 0 ? `, and ${which} is late` : `, and ${which} is due in ${sayDuration(left)}`;
}

function youHold(you: number): string {
  if (you === 0) return 'You hold no baton.';
  return you === 1 ? 'You hold one baton.' : `You hold ${countWords(you)} batons.`;
}

function withOthers(others: number): string {
  if (others === 0) return 'None is with others.';
  return others === 1 ? 'One is with somebody else.' : `${countFirst(others)} are with others.`;
}
