import { useId, useState } from 'react';
import type { Settings, WeekShown } from '#contract/settings.js';
import { FormDialog } from '#web/settings/form-dialog.jsx';
import { TextField } from '#web/settings/text-field.jsx';
import { firstWeek, WeekFields } from '#web/settings/week-fields.jsx';
import { useDo } from '#web/undo/do.js';

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
    <FormDialog
      name={person === null ? 'Add a person' : person.name}
      button={person === null ? 'Add them' : 'Keep it'}
      ready={name.trim() !== '' && !deed.isPending}
      error={deed.error}
      save={save}
      close={close}
      more={person === null ? null : <Leaving person={person} leave={leave} />}
    >
      <TextField id={`${id}n`} label="Name" value={name} change={setName} required />
      {person === null ? (
        <TextField id={`${id}e`} label="Mail address" type="email" value={email} change={setEmail} required />
      ) : null}
      <TextField
        id={`${id}t`}
        label="What they do"
        value={title}
        change={setTitle}
        placeholder="Account executive"
      />
      <May role={role} change={setRole} />
      {person === null ? null : <OwnWeek settings={settings} week={week} change={setWeek} />}
    </FormDialog>
  );
}

function May({ role, change }: { role: Colleague['may']; change: (role: Colleague['may']) => void }) {
  const id = useId();
  return (
    <>
      <label className="label" htmlFor={id}>
        May
      </label>
      <select
        id={id}
        className="field max-w-[280px]"
        value={role}
        onChange={(event) => change(event.target.value === 'admin' ? 'admin' : 'member')}
      >
        <option value="member">work with every deal</option>
        <option value="admin">that, and change these settings</option>
      </select>
    </>
  );
}

type OwnWeekProps = { settings: Settings; week: WeekShown | null; change: (week: WeekShown | null) => void };

function OwnWeek({ settings, week, change }: OwnWeekProps) {
  const id = useId();
  return (
    <>
      <label className="label" htmlFor={id}>
        Own week
      </label>
      <span>
        <input
          id={id}
          type="checkbox"
          checked={week !== null}
          onChange={(event) => change(event.target.checked ? (settings.week ?? firstWeek()) : null)}
        />
        <span className="small ml-2">else as the company</span>
      </span>
      {week === null ? null : <WeekFields week={week} settings={settings} change={change} />}
    </>
  );
}

function Leaving({ person, leave }: { person: Colleague; leave: (active: boolean) => void }) {
  return (
    <button type="button" className="button" onClick={() => leave(!person.active)}>
      {person.active ? `${person.name} has left` : `${person.name} is back`}
    </button>
  );
}
