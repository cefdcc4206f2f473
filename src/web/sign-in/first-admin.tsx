import { useState } from 'react';
import { Caps } from '#web/key/caps.jsx';
import { takeFocus } from '#web/shell/focus.js';
import { Door } from '#web/sign-in/door.jsx';
import { useEnter } from '#web/sign-in/enter.js';
import { Said } from '#web/sign-in/sign-in-page.jsx';

/** Whoever can read the terminal that Baton was started on is taken for its owner. */
export function FirstAdmin({ token }: { token: string }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const enter = useEnter(`/sign-in/link/${encodeURIComponent(token)}`);
  return (
    <Door
      title="You are the first here."
      lead="Whoever opens this link becomes the first admin. It works once."
      aside={<WhereFrom />}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate({ name: name.trim(), email: email.trim() });
        }}
      >
        <label className="strong" htmlFor="name">
          Your name
        </label>
        <input
          id="name"
          className="field"
          autoComplete="name"
          required
          ref={takeFocus}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <label className="strong mt-1.5" htmlFor="email">
          Mail address
        </label>
        <input
          id="email"
          className="field"
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <p className="small">
          A password can be set in Settings. Without an outgoing mail server Baton cannot send you a link.
        </p>
        <button type="submit" className="button primary mt-1.5" disabled={enter.isPending}>
          Start as admin <Caps keys="enter" />
        </button>
        <Said error={enter.error} />
      </form>
    </Door>
  );
}

function WhereFrom() {
  return (
    <aside aria-label="Where this link came from">
      <div className="max-w-[560px]">
        <h2 className="text-16">Where this link came from</h2>
        <p className="second mt-1 mb-3">
          From the terminal Baton was started on. Who can read that terminal is taken for the owner.
        </p>
        <pre className="terminal">
          {`$ npm start\nWeb           ${location.origin}\n`}
          <b className="text-ink">{`First admin   ${location.origin}/sign-in/link/…`}</b>
          {'\n              works once'}
        </pre>
        <p className="second mt-3.5">
          Ended, or lost? Start Baton again. As long as nobody has signed in, it prints a fresh link and the
          older one ends.
        </p>
      </div>
    </aside>
  );
}
