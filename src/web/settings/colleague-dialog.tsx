import { useId, useState } from 'react';
import type { Settings } from '#contract/settings.js';
import { Caps } from '#web/key/caps.jsx';
import { firstWeek, WeekFields } from '#web/settings/week-fields.jsx';
import { Dialog } from '#web/shell/dialog.jsx';
import { refusalWords, useDo } from '#web/undo/do.js';

type Colleague = Settings['people'][number];
type Props = { settings: Settings; person: Colleague | null; close: () => void };

/** Adds a colleague, or changes one: name, what they do, what they may, and a week of their own. */
export function ColleagueDialog({ settings, person, close }: Props) {
  const [name, setName] = useState(person?.name ?? '');
  const [email, setEmail] = useState(person?.email ?? '');
  const [title, setTitle] = useState(person?.role ?? '');
  const [role, setRole] = useState(person?.may ?? 'member');
  const [week, setWeek] = useState(person?.week ?? null);
  const id = useId();
  const deed = useDo({ refusalsHere: true });
  const named = { name: name.trim(), role, title: title.trim() === '' ? null : title.trim() };
  const save = () =>
    person === null
      ? deed.mutate(
          { path: '/settings/people', body: { ...named, email: email.trim() } },
          { onSuccess: close },
        )
      : deed.mutate(
          { path: `/settings/people/${person.id}`, body: { ...named, week }, method: 'PATCH' },
          { onSuccess: close },
        );
  const leave = (active: boolean) =>
    deed.mutate(
      { path: `/settings/people/${person?.id}`, body: { active }, method: 'PATCH' },
      { onSuccess: close },
    );
  return (
    <Dialog name={person === null ? 'Add a person' : person.name} close={close}>
      <form
        className="grid gap-4 px-6 py-5"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h2 className="text-16">{person === null ? 'Add a person' : person.name}</h2>
        <div className="fields">
          <Text id={`${id}n`} label="Name" value={name} change={setName} required />
          {person === null ? (
            <Text id={`${id}e`} label="Mail address" type="email" value={email} change={setEmail} required />
          ) : null}
          <Text
            id={`${id}t`}
            label="What they do"
            value={title}
            change={setTitle}
            placeholder="Account executive"
          />
          <label className="label" htmlFor={`${id}r`}>
            May
          </label>
          <select
            id={`${id}r`}
            className="field max-w-[280px]"
            value={role}
            onChange={(event) => setRole(event.target.value === 'admin' ? 'admin' : 'member')}
          >
            <option value="member">work with every deal</option>
            <option value="admin">that, and change these settings</option>
          </select>
          {person === null ? null : (
            <>
              <label className="label" htmlFor={`${id}w`}>
                Own week
              </label>
              <span>
                <input
                  id={`${id}w`}
                  type="checkbox"
                  checked={week !== null}
                  onChange={(event) => setWeek(event.target.checked ? (settings.week ?? firstWeek()) : null)}
                />
                <span className="small ml-2">else as the company</span>
              </span>
              {week === null ? null : <WeekFields week={week} settings={settings} change={setWeek} />}
            </>
          )}
        </div>
        {deed.error === null ? null : (
          <p role="alert" className="silent">
            {refusalWords(deed.error)}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <button type="submit" className="button primary" disabled={deed.isPending || name.trim() === ''}>
            {person === null ? 'Add them' : 'Keep it'} <Caps keys="enter" />
          </button>
          {person === null ? null : (
            <button type="button" className="button" onClick={() => leave(!person.active)}>
              {person.active ? `${person.name} has left` : `${person.name} is back`}
            </button>
          )}
          <button type="button" className="button text" onClick={close}>
            Leave it <Caps keys="esc" />
          </button>
        </div>
      </form>
    </Dialog>
  );
}

type TextProps = {
  id: string;
  label: string;
  value: string;
  change: (value: string) => void;
  type?: string;
  required?: boolean;
  placeholder?: string;
};

/** A labelled line of text in a form of two columns. */
export function Text({
  id,
  label,
  value,
  change,
  type = 'text',
  required = false,
  placeholder = '',
}: TextProps) {
  return (
    <>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field max-w-[280px]"
        type={type}
        required={required}
        placeholder={placeholder}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </>
  );
}
