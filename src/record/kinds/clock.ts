import { z } from 'zod';
import { kind } from '#record/kind.js';
import { ClockHeld, Instant } from '#record/kinds/shapes.js';

/** The first-action clock runs, in this week; computed once, so that no later setting moves it unseen. */
export const clockStarted = kind({
  kind: 'clock.started',
  chain: 'notebook',
  content: z.object({ clock: ClockHeld, because: z.enum(['opened', 'owner', 'week', 'answered']) }),
  say: (c) =>
    ({
      opened: 'The clock to the first action runs.',
      owner: 'The clock was set by who owns it now.',
      week: 'The clock was set by the changed working week.',
      answered: 'The clock to the first action was started by hand.',
    })[c.because],
});

/** The intro was old when it came: no clock runs until a person says. */
export const clockAsked = kind({
  kind: 'clock.asked',
  chain: 'notebook',
  content: z.object({ introAt: Instant, workingDays: z.number() }),
  say: (c) =>
    `The intro was ${Math.floor(c.workingDays)} working days old when it came. No clock runs until somebody says.`,
});

export const clockSettled = kind({
  kind: 'clock.settled',
  chain: 'notebook',
  content: z.object({ answer: z.enum(['already-handled']) }),
  say: () => 'The first action was already made before the mail came here, by the owner’s word.',
});

export const clockRang = kind({
  kind: 'clock.rang',
  chain: 'notebook',
  content: z.object({ rule: z.enum(['half', 'hour', 'broken']), at: Instant }),
  say: (c) =>
    ({
      half: 'Half of the time to the first action is gone.',
      hour: 'One hour of working time is left to the first action.',
      broken: 'The time to the first action has run out.',
    })[c.rule],
});
