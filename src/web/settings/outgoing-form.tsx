import { type ReactNode, useEffect, useId, useState } from 'react';
import type { OutgoingShown } from '#contract/outgoing.js';
import { refusalWords, useDo } from '#web/undo/do.js';

type Server = NonNullable<OutgoingShown['server']>;
type Security = Server['security'];
type Typed = {
  readonly host: string;
  readonly port: string;
  readonly security: Security;
  readonly user: string;
  /** Null leaves the one that is kept. */
  readonly password: string | null;
  readonly name: string;
  readonly address: string;
};

const SECURITIES: readonly (readonly [Security, string])[] = [
  ['starttls', 'STARTTLS'],
  ['tls', 'TLS'],
  ['none', 'None'],
];
const PORTS: Readonly<Record<Security, string>> = { starttls: '587', tls: '465', none: '25' };

type Props = { outgoing: OutgoingShown; tellChanged: (isChanged: boolean) => void };

/** Server, encryption, user, password and sender: one thing, kept at once. The password is written and never read. */
export function OutgoingForm({ outgoing, tellChanged }: Props) {
  const standing = typedFrom(outgoing);
  const [typed, setTyped] = useState(standing);
  const deed = useDo({ refusalsHere: true });
  const isChanged = JSON.stringify(typed) !== JSON.stringify(standing);
  useEffect(() => tellChanged(isChanged), [tellChanged, isChanged]);
  const change = (said: Partial<Typed>) => {
    deed.reset();
    setTyped({ ...typed, ...said });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // What was typed as a password is let go once it is kept.
        const keep = { path: '/settings/outgoing', body: bodyOf(typed) };
        deed.mutate(keep, { onSuccess: () => setTyped({ ...typed, password: null }) });
      }}
    >
      <div className="fields">
        <Address typed={typed} change={change} />
        <Encryption typed={typed} change={change} />
        <SignIn typed={typed} kept={outgoing.server?.password ?? null} change={change} />
        <Sender typed={typed} change={change} />
      </div>
      {deed.error === null ? null : (
        <p role="alert" className="silent mt-2.5 text-12">
          <b className="strong">Not kept.</b> {refusalWords(deed.error)}
        </p>
      )}
      {isChanged ? (
        <div className="mt-4 flex flex-wrap items-center gap-2">
          <button type="submit" className="button primary" disabled={typed.host === '' || deed.isPending}>
            Keep it
          </button>
          <button type="button" className="button text" onClick={() => change(standing)}>
            Leave it as it was
          </button>
        </div>
      ) : null}
    </form>
  );
}

type Part = { typed: Typed; change: (said: Partial<Typed>) => void };

function Address({ typed, change }: Part) {
  return (
    <Labelled name="Server">
      {(id) => (
        <span className="flex max-w-[420px] gap-2">
          <input
            id={id}
            className="field"
            placeholder="smtp.northbeam.example"
            autoComplete="off"
            spellCheck={false}
            value={typed.host}
            onChange={(event) => change({ host: event.target.value.trim() })}
          />
          <input
            className="field !w-[76px] shrink-0"
            aria-label="Port"
            inputMode="numeric"
            pattern="[0-9]{1,5}"
            value={typed.port}
            onChange={(event) => change({ port: event.target.value.trim() })}
          />
        </span>
      )}
    </Labelled>
  );
}

function Encryption({ typed, change }: Part) {
  const choose = (security: Security) =>
    change({ security, ...(typed.port === PORTS[typed.security] ? { port: PORTS[security] } : {}) });
  return (
    <>
      <span className="label">Encryption</span>
      <span className="flex flex-wrap items-center gap-2">
        <fieldset className="segments">
          <legend className="hidden-words">Encryption</legend>
          {SECURITIES.map(([security, name]) => (
            <button
              key={security}
              type="button"
              aria-pressed={security === typed.security}
              onClick={() => choose(security)}
            >
              {name}
            </button>
          ))}
        </fieldset>
        <span className="small">
          {typed.security === 'none'
            ? 'only on your own network, and without a password'
            : 'or nothing is sent'}
        </span>
      </span>
    </>
  );
}

function SignIn({ typed, kept, change }: Part & { kept: string | null }) {
  const isKept = typed.password === null && kept !== null;
  return (
    <>
      <Labelled name="User">
        {(id) => (
          <input
            id={id}
            className="field max-w-[420px]"
            placeholder="none: the server wants no password"
            autoComplete="off"
            spellCheck={false}
            value={typed.user}
            onChange={(event) => change({ user: event.target.value })}
          />
        )}
      </Labelled>
      {typed.user === '' ? null : isKept ? (
        <>
          <span className="label">Password</span>
          <span className="flex max-w-[420px] gap-2">
            <span className="field read-only gap-2">
              <span aria-hidden="true">••••••••••••</span> <span className="small">{kept}</span>
            </span>
            <button type="button" className="button !h-8" onClick={() => change({ password: '' })}>
              Replace<span className="hidden-words"> the password</span>
            </button>
          </span>
        </>
      ) : (
        <Labelled name="Password">
          {(id) => (
            <input
              id={id}
              className="field max-w-[420px]"
              type="password"
              autoComplete="new-password"
              value={typed.password ?? ''}
              onChange={(event) => change({ password: event.target.value })}
            />
          )}
        </Labelled>
      )}
    </>
  );
}

function Sender({ typed, change }: Part) {
  return (
    <Labelled name="Baton’s own mails" top>
      {(id) => (
        <span className="block max-w-[420px]">
          <input
            id={id}
            className="field"
            type="email"
            autoComplete="off"
            aria-describedby={`${id}w`}
            value={typed.address}
            onChange={(event) => change({ address: event.target.value.trim() })}
          />
          <span id={`${id}w`} className="small mt-1 block">
            come from here. A follow-up comes from the address of the person who presses send.
          </span>
        </span>
      )}
    </Labelled>
  );
}

function Labelled({
  name,
  top = false,
  children,
}: {
  name: string;
  top?: boolean;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <>
      <label className={top ? 'label self-start pt-1.5' : 'label'} htmlFor={id}>
        {name}
      </label>
      {children(id)}
    </>
  );
}

function typedFrom({ server, from }: OutgoingShown): Typed {
  return {
    host: server?.host ?? '',
    port: String(server?.port ?? PORTS.starttls),
    security: server?.security ?? 'starttls',
    user: server?.user ?? '',
    password: null,
    name: server?.from.name ?? '',
    address: server?.from.address ?? from,
  };
}

function bodyOf(typed: Typed) {
  const { host, port, security, user, password, name, address } = typed;
  return {
    host,
    port: Number(port),
    security,
    user: user.trim() === '' ? null : user.trim(),
    ...(password === null || password === '' || user.trim() === '' ? {} : { password }),
    from: { name: name === '' ? null : name, address },
  };
}
