import { action } from '#actions/decision.js';
import type { Id } from '#domain/id.js';
import { isOwnMachine } from '#domain/own-machine.js';
import type { Mailbox } from '#domain/party.js';
import { type Refusal, refuse } from '#domain/refusal.js';
import type { ContentOf } from '#record/kinds/every.js';
import type { OutgoingState } from '#views/workspace/outgoing.js';

export type ToSetOutgoing = {
  readonly host: string;
  readonly port: number;
  readonly security: ContentOf<'outgoing.set'>['security'];
  readonly user: string | null;
  /** Null keeps the one that is kept, where there is one for this user at this host. */
  readonly password: string | null;
  readonly from: Mailbox;
};

/** Sets the server that mail goes out through; it goes before the environment's. */
export const setOutgoing = action<ToSetOutgoing>({
  name: 'outgoing.set',
  touches: () => ({ workspace: true }),
  decide: (known, { password, ...said }, { mint }) => {
    const problem = refuseServer(known.workspace.outgoing.server, said, password);
    if (problem !== null) return problem;
    const fresh = password === null ? null : mint('secret');
    const kept = said.user === null ? null : (known.workspace.outgoing.server?.secret ?? null);
    const content = { ...said, from: { ...said.from }, secret: fresh ?? kept };
    return {
      appends: [{ to: 'workspace', happening: { kind: 'outgoing.set', content } }],
      ...(fresh === null || password === null ? {} : { secrets: [{ secret: fresh, text: password }] }),
      said: `Mail goes out through ${said.host}:${said.port}. Try it before you rely on it.`,
    };
  },
});

type Server = Omit<ToSetOutgoing, 'password'>;

function refuseServer(
  standing: OutgoingState['server'],
  { host, security, user }: Server,
  password: string | null,
): Refusal | null {
  if (user === null)
    return password === null
      ? null
      : refuse(
          'outgoing.user-missing',
          'A password belongs to a user. Write the user too, or leave both out.',
        );
  if (security === 'none' && !isOwnMachine(host)) {
    const because =
      'A password is not sent without encryption. Choose STARTTLS or TLS, or leave user and password out.';
    return refuse('outgoing.password-in-the-open', because);
  }
  if (password !== null) return null;
  if (standing === null || standing.secret === null)
    return refuse('outgoing.password-missing', `Write the password of ${user} too.`);
  // Or whoever may change settings could have the kept password sent to a server of their own.
  const isSame = standing.host.toLowerCase() === host.toLowerCase() && standing.user === user;
  return isSame
    ? null
    : refuse(
        'outgoing.password-again',
        `The password that is kept is for ${standing.user} at ${standing.host}. Write the one for ${user} at ${host}.`,
      );
}

/** From now on the environment's server is used, where it names one. The password is forgotten. */
export const removeOutgoing = action<Record<string, never>>({
  name: 'outgoing.remove',
  touches: () => ({ workspace: true }),
  decide: (known) => {
    const { server } = known.workspace.outgoing;
    if (server === null) return refuse('outgoing.unknown', 'No outgoing server is set here.');
    const { host, port } = server;
    return {
      appends: [{ to: 'workspace', happening: { kind: 'outgoing.removed', content: { host, port } } }],
      said: `Mail no longer goes out through ${host}:${port}.`,
    };
  },
});

/** Notes how a try went. What was sent cannot be taken back, and neither can this. */
export const noteTrial = action<ContentOf<'outgoing.tried'>>({
  name: 'outgoing.try',
  touches: () => ({ workspace: true }),
  decide: (_known, tried) => {
    const content = { ...tried, steps: tried.steps.map((each) => ({ ...each })) };
    const failed = tried.steps.find((each) => each.went === 'no');
    return {
      appends: [{ to: 'workspace', happening: { kind: 'outgoing.tried', content } }],
      said:
        failed === undefined
          ? 'The server took it. Whether it arrived, only you can say.'
          : [failed.words, failed.said].filter((each) => each !== null).join(': '),
      undoable: false,
    };
  },
});

/** A person says whether the mail of the last try arrived. */
export const confirmOutgoing = action<{ readonly arrived: boolean }>({
  name: 'outgoing.confirm',
  touches: () => ({ workspace: true }),
  decide: (known, { arrived }) => {
    const last = known.workspace.outgoing.tries[0];
    if (last === undefined || !last.steps.some((each) => each.step === 'taken' && each.went === 'yes'))
      return refuse('outgoing.not-taken', 'No server has taken a mail of a try yet. Try it first.');
    if (last.arrived === arrived) return refuse('outgoing.said', 'That is what stands here already.');
    return {
      appends: [{ to: 'workspace', happening: { kind: 'outgoing.confirmed', content: { arrived } } }],
      said: arrived ? 'Noted: it arrived.' : 'Noted: it did not arrive.',
    };
  },
});

/** The secret that is in use, or null: every other one may be forgotten. */
export function secretInUse(state: OutgoingState): Id<'secret'> | null {
  return state.server?.secret ?? null;
}
