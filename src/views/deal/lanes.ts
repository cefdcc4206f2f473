import { Temporal } from 'temporal-polyfill';
import { sayTime } from '#clocks/say.js';
import { buyerCalled } from '#domain/buyer.js';
import type { DealSummary, Pass } from '#views/deal/summary.js';
import { firstName } from '#views/person/show.js';
import { type WorkspaceState, weekOf } from '#views/workspace/state.js';

type Look = { readonly workspace: WorkspaceState; readonly zone: string; readonly now: string };

/** What the lanes draw: passes that the other side could see, the open step, silence since the last pass. */
export function showLanes(look: Look, summary: DealSummary, clockState: string) {
  const last = summary.passes.at(-1);
  const isLive = summary.life === 'arrived' || summary.life === 'taken';
  return {
    host: look.workspace.company ?? 'Your company',
    partner: summary.partner,
    buyer: summary.name,
    passes: summary.passes.map((pass) => showPass(look, pass, summary)),
    steps:
      isLive && summary.step !== null
        ? [stepAhead(look, summary, summary.step)]
        : isLive && summary.clock !== null
          ? [
              {
                dueAt: summary.clock.dueAt,
                side: summary.owner === null ? null : ('host' as const),
                label:
                  summary.owner === null ? 'First action' : `First action, ${called(look, summary.owner)}`,
                late: Date.parse(summary.clock.dueAt) <= Date.parse(look.now),
              },
            ]
          : [],
    silentSince: isLive ? (last?.at ?? null) : null,
    alarmed: clockState === 'warned' || clockState === 'broken',
    now: look.now,
    zone: look.zone,
  };
}

function stepAhead(look: Look, summary: DealSummary, step: NonNullable<DealSummary['step']>) {
  // Where nobody has it the drawing says so itself.
  const label = step.name === null ? summary.what : `${summary.what}, ${firstName(step.name)}`;
  return {
    dueAt: step.dueAt,
    side: step.name === null || step.side === 'unknown' ? null : step.side,
    label,
    late: step.dueAt !== null && Date.parse(step.dueAt) <= Date.parse(look.now),
  };
}

function showPass(look: Look, pass: Pass, summary: DealSummary) {
  const time = sayTime(Temporal.Instant.from(pass.at), look.zone);
  const short = time.split(' ')[0] ?? time;
  const who = pass.who === null ? null : called(look, pass.who);
  const words = {
    intro: {
      label: `Intro, ${short}`,
      sentence: `${who ?? summary.partner} introduced ${buyerCalled(summary.name)} at ${time}.`,
    },
    owner: {
      label: `With ${who ?? 'somebody'}, ${short}`,
      sentence: `It went to ${who ?? 'somebody'} at ${time}.`,
    },
    taken: { label: `Taken, ${short}`, sentence: `${who ?? 'Somebody'} took it at ${time}.` },
    action: {
      label: `${firstName(who ?? 'Somebody')} wrote, ${short}`,
      sentence: `${who ?? 'Somebody'} wrote to ${buyerCalled(summary.name)} at ${time}.`,
    },
    reply: {
      label: `${firstName(who ?? 'Mail')}, ${short}`,
      sentence: `${who ?? 'Somebody'} wrote at ${time}.`,
    },
  }[pass.what];
  return { at: pass.at, side: pass.side, ...words };
}

function called(look: Look, who: string): string {
  const colleague = look.workspace.people.find((each) => each.id === who);
  return colleague === undefined ? who : firstName(colleague.name);
}

export function zoneFor(workspace: WorkspaceState, viewer: string | null): string {
  return weekOf(workspace, viewer).zone;
}
