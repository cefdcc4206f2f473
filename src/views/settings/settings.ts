import { Temporal } from 'temporal-polyfill';
import { startClock } from '#clocks/first-action.js';
import { holidaysBetween } from '#clocks/holiday.js';
import { sayDay, sayDuration, sayMoment } from '#clocks/say.js';
import { nextChange } from '#clocks/working-time.js';
import type { Viewing } from '#views/deal/baton.js';
import type { DealSummary } from '#views/deal/summary.js';
import { whenWords } from '#views/intake/row.js';
import { colleagueCalled, showColleague } from '#views/person/show.js';
import { mailedWords, mayBeMailed } from '#views/settings/mailed.js';
import { type OutgoingFacts, showOutgoing } from '#views/settings/outgoing.js';
import { weekWords } from '#views/today/ready.js';
import { namesIn } from '#views/workspace/names.js';
import { type WorkspaceState, weekOf } from '#views/workspace/state.js';

export type SettingsFacts = {
  readonly introAddresses: readonly string[];
  readonly signIns: ReadonlyMap<
    string,
    { readonly signedInAt: string | null; readonly invitation: string | null }
  >;
  readonly keys: readonly {
    readonly id: string;
    readonly name: string;
    readonly begins: string;
    readonly madeAt: string;
    readonly lastUsedAt: string | null;
  }[];
  readonly lastIntros: readonly DealSummary[];
  readonly outgoing: OutgoingFacts;
  readonly zones: readonly string[];
  readonly countries: readonly { readonly code: string; readonly name: string }[];
};

/** What is set, with the gap as the title: who would reach nobody. */
export function settingsPage(viewing: Viewing, facts: SettingsFacts) {
  const { workspace } = viewing;
  const rules = rulesOf(viewing, facts);
  const outgoing = showOutgoing(viewing, facts.outgoing);
  return {
    ...titleOf(workspace, rules.find((each) => each.alarm !== null)?.partnerName ?? null),
    company: workspace.company,
    domains: [...workspace.domains],
    addresses: [
      ...facts.introAddresses.map((address) => ({ address, words: 'always taken in', fixed: true })),
      ...workspace.addresses.map((address) => ({ address, words: 'set by hand', fixed: false })),
    ],
    week: workspace.week === null ? null : copyWeek(workspace.week),
    nextClosed: nextClosed(viewing),
    standardDays: workspace.standardDays,
    example: exampleOf(viewing),
    people: workspace.people.map((member) => {
      const signIn = facts.signIns.get(member.id);
      return {
        ...showColleague(workspace, member),
        may: member.role,
        week: member.week === null ? null : copyWeek(member.week),
        weekWords: member.week === null ? 'as the company' : weekWords(member.week),
        signsIn: signInWords(viewing, member.active, signIn?.signedInAt ?? null),
        invitation: member.active ? (signIn?.invitation ?? null) : null,
        mailed: signIn?.signedInAt == null && facts.outgoing.isAdmin ? mailedWords(viewing, member) : null,
        mayBeMailed: mayBeMailed(member, outgoing.set, signIn?.signedInAt != null, viewing.now),
        active: member.active,
      };
    }),
    partners: workspace.partners.map(({ id, name, domains, people }) => ({
      id,
      name,
      domains: [...domains],
      people: people.map((each) => ({ ...each })),
    })),
    rules,
    outgoing,
    keys: facts.keys.map((each) => ({ ...each })),
    lastChange: lastChange(viewing),
    zones: [...facts.zones],
    countries: facts.countries.map((each) => ({ ...each })),
  };
}

function rulesOf(viewing: Viewing, facts: SettingsFacts) {
  const { workspace } = viewing;
  const names = namesIn(workspace);
  const here = (id: string | null) => workspace.people.find((each) => each.id === id)?.active === true;
  return workspace.rules.map(({ id, partner, owner, backup, role }) => {
    const partnerName = partner === null ? 'anybody else' : names.partner(partner);
    const last = facts.lastIntros.find((each) => each.partner === partnerName);
    const gone = owner !== null && !here(owner) ? `${names.person(owner)} left` : null;
    return {
      id,
      partner,
      partnerName,
      owner: here(owner) ? colleagueCalled(workspace, owner) : null,
      backup: here(backup) ? colleagueCalled(workspace, backup) : null,
      role,
      lastUsed:
        last === undefined
          ? null
          : `${whenWords(last.introAt, viewing.now, weekOf(workspace, viewing.viewer).zone)}, ${last.name}`,
      alarm: owner === null ? 'Nobody' : gone,
    };
  });
}

function titleOf(workspace: WorkspaceState, gap: string | null) {
  if (workspace.company === null)
    return {
      title: 'Your company has no name yet.',
      lead: 'The record needs one before an intro can be taken.',
    };
  if (gap !== null)
    return { title: `Intros from ${gap} would reach nobody.`, lead: 'Give them an owner below.' };
  if (workspace.rules.length === 0 && workspace.people.filter((each) => each.active).length > 1) {
    return {
      title: 'Intros would reach nobody.',
      lead: 'No rule says who gets them. Set one for anybody else, below.',
    };
  }
  if (workspace.domains.length === 0) {
    return {
      title: 'No domain of your own yet.',
      lead: 'Without one nobody in a mail can be told to be on your side.',
    };
  }
  return {
    title: 'Everything here is set.',
    lead: 'A field is saved when you leave it; undo takes it back.',
  };
}

function nextClosed({ workspace, now }: Viewing) {
  const week = weekOf(workspace, null);
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(week.zone).toPlainDate();
  return holidaysBetween(week, today.toString(), today.add({ months: 12 }).toString())
    .slice(0, 6)
    .map(({ date, name, own }) => ({
      date,
      words: `${sayDay(Temporal.PlainDate.from(date), today)} ${name}`,
      own,
    }));
}

// An intro at a quarter to five on the next working day: what the clock makes of it.
function exampleOf({ workspace, now }: Viewing) {
  const week = weekOf(workspace, null);
  const opening = nextChange(week, Temporal.Instant.from(now));
  const from = opening.open ? Temporal.Instant.from(now) : opening.changesAt;
  if (from === null) return null;
  const closes = from
    .toZonedDateTimeISO(week.zone)
    .toPlainDate()
    .toPlainDateTime(week.to === '24:00' ? '23:59' : week.to);
  const introAt = closes.toZonedDateTime(week.zone).subtract({ minutes: 48 }).toInstant();
  const clock = startClock(week, introAt.toString(), workspace.standardDays);
  const due = Temporal.Instant.from(clock.dueAt);
  const words = `An intro at ${sayMoment(introAt, week.zone)} is due at ${sayMoment(due, week.zone)}: ${sayDuration(clock.allowedMinutes)} of working time.`;
  return { introAt: introAt.toString(), dueAt: clock.dueAt, words };
}

function signInWords(viewing: Viewing, active: boolean, signedInAt: string | null): string {
  if (!active) return 'left';
  if (signedInAt === null) return 'not yet';
  return whenWords(signedInAt, viewing.now, weekOf(viewing.workspace, viewing.viewer).zone);
}

function lastChange({ workspace, viewer, now }: Viewing): string | null {
  const last = workspace.lastChange;
  if (last === null) return null;
  return `${namesIn(workspace).person(last.actor)}, ${whenWords(last.at, now, weekOf(workspace, viewer).zone)}`;
}

function copyWeek(week: NonNullable<WorkspaceState['week']>) {
  return {
    ...week,
    days: [...week.days],
    closed: week.closed.map((each) => ({ ...each })),
    open: [...week.open],
  };
}
