import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { Signed } from '#contract/session.js';
import { tell } from '#web/door/ask.js';
import { Caps } from '#web/key/caps.jsx';
import { Door } from '#web/sign-in/door.jsx';
import { useEnter } from '#web/sign-in/enter.js';
import { refusalWords } from '#web/undo/do.js';

const route = getRouteApi('/sign-in');

/** Sign-in by a link in the mail, or by a password. */
export function SignInPage() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const link = useMutation<z.infer<typeof Signed>, Error, string>({
    mutationFn: (to) => tell('/sign-in/link', { email: to }),
  });
  const { onward = null } = route.useSearch();
  const enter = useEnter('/sign-in/password', onward);
  return (
    <Door title="Sign in">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const pressed = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value');
          // Enter presses the first button of a form; in the password's field it means the password.
          const typing = document.activeElement?.id === 'password' && password !== '';
          if (pressed !== 'password' && !typing) link.mutate(email.trim());
          else if (password === '') document.getElementById('password')?.focus();
          else enter.mutate({ email: email.trim(), password });
        }}
      >
        <label className="strong" htmlFor="email">
          Mail address
        </label>
        <input
          id="email"
          className="field"
          type="email"
          name="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <button type="submit" value="link" className="button primary mt-1" disabled={link.isPending}>
          Send me a link {password === '' ? <Caps keys="enter" /> : null}
        </button>
        <p className="small">
          It works once, for fifteen minutes, and only when you press the button on the page it opens.
        </p>
        <p role="status" className="strong empty:hidden">
          {link.data?.said}
        </p>
        <Said error={link.error} />
        <div className="or">or</div>
        <label className="strong" htmlFor="password">
          Password
        </label>
        <input
          id="password"
          className="field"
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <button type="submit" value="password" className="button mt-1" disabled={enter.isPending}>
          Sign in with the password {password === '' ? null : <Caps keys="enter" />}
        </button>
        <Said error={enter.error} />
      </form>
      <Others />
    </Door>
  );
}

function Others() {
  return (
    <div className="ruled mt-7 max-w-[400px] pt-3.5">
      <p className="second">
        Partner or buyer? You need no account. Open the link in your mail; if it has ended, the page it opens
        sends a fresh one to the same address.
      </p>
      <p className="second mt-2">At this company, an admin of Baton adds you.</p>
    </div>
  );
}

/** Why it did not work, where it did not. */
export function Said({ error }: { error: Error | null }) {
  return (
    <p role="alert" className="silent empty:hidden">
      {error === null ? null : refusalWords(error)}
    </p>
  );
}
