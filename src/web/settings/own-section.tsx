import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { tell } from '#web/door/ask.js';
import { sessionQuery } from '#web/door/queries.js';
import { Section } from '#web/settings/section.jsx';
import { chooseTheme, chosenTheme } from '#web/shell/theme.js';
import { useDo } from '#web/undo/do.js';

const THEMES = [
  { theme: null, name: 'As the system' },
  { theme: 'light', name: 'Light' },
  { theme: 'dark', name: 'Dark' },
] as const;

/** What belongs to the person who looks: password, single keys, light or dark, signing out. */
export function OwnSection() {
  const session = useQuery(sessionQuery);
  const [theme, setTheme] = useState(chosenTheme());
  const id = useId();
  const deed = useDo();
  const on = session.data?.singleKeys ?? true;
  return (
    <Section title="You" words="For you alone, on whichever page you are." open>
      <div className="fields">
        <Password />
        <label className="label" htmlFor={id}>
          Single keys
        </label>
        <span>
          <input
            id={id}
            type="checkbox"
            checked={on}
            onChange={() => deed.mutate({ path: '/single-keys', body: { on: !on } })}
          />
          <span className="small ml-2">J, K, O and others do things when nothing is being typed</span>
        </span>
        <span className="label">Light or dark</span>
        <fieldset className="segments justify-self-start">
          <legend className="hidden-words">Light or dark</legend>
          {THEMES.map((one) => (
            <button
              key={one.name}
              type="button"
              aria-pressed={one.theme === theme}
              onClick={() => {
                chooseTheme(one.theme);
                setTheme(one.theme);
              }}
            >
              {one.name}
            </button>
          ))}
        </fieldset>
        <span className="label">Session</span>
        <SignOut />
      </div>
    </Section>
  );
}

function Password() {
  const [password, setPassword] = useState('');
  const id = useId();
  const deed = useDo();
  return (
    <>
      <label className="label" htmlFor={id}>
        Password
      </label>
      <form
        className="flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          deed.mutate({ path: '/password', body: { password } }, { onSuccess: () => setPassword('') });
        }}
      >
        <input
          id={id}
          className="field max-w-[280px]"
          type="password"
          autoComplete="new-password"
          minLength={12}
          maxLength={256}
          placeholder="twelve characters or more"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <button type="submit" className="button" disabled={password.length < 12 || deed.isPending}>
          Set it
        </button>
      </form>
    </>
  );
}

function SignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation<unknown, Error, void>({
    mutationFn: () => tell('/sign-out', {}),
    onSuccess: async () => {
      await navigate({ to: '/sign-in' });
      queries.clear();
    },
  });
  return (
    <span>
      <button type="button" className="button" disabled={leave.isPending} onClick={() => leave.mutate()}>
        Sign out
      </button>
    </span>
  );
}
