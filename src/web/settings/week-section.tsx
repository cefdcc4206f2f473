import { useId, useState } from 'react';
import type { Settings, WeekShown } from '#contract/settings.js';
import { ClockExample } from '#web/settings/clock-example.jsx';
import { Section } from '#web/settings/section.jsx';
import { firstWeek, WeekFields } from '#web/settings/week-fields.jsx';
import { refusalWords, useDo } from '#web/undo/do.js';

/** The week that clocks run in, and how long the first action may take, with a worked example. */
export function WeekSection({ settings }: { settings: Settings }) {
  const deed = useDo({ refusalsHere: true });
  const week = settings.week ?? firstWeek();
  const change = (next: WeekShown) => deed.mutate({ path: '/settings/week', body: next });
  return (
    <Section title="Working time" words="Clocks run in it. A person may have another week or zone.">
      <div className="fields">
        <WeekFields week={week} settings={settings} change={change} />
        <span className="label self-start">Next closed</span>
        <Closed settings={settings} week={week} change={change} />
        <Standard settings={settings} />
      </div>
      {deed.error === null ? null : (
        <p role="alert" className="silent mt-2 text-12">
          <b className="strong">Not saved.</b> {refusalWords(deed.error)}
        </p>
      )}
      {settings.example === null ? null : <ClockExample example={settings.example} week={week} />}
    </Section>
  );
}

function Closed({
  settings,
  week,
  change,
}: {
  settings: Settings;
  week: WeekShown;
  change: (week: WeekShown) => void;
}) {
  return (
    <div>
      <ul className="number grid gap-0.5">
        {settings.nextClosed.length === 0 ? <li className="third">no closed day is known</li> : null}
        {settings.nextClosed.map((day) => (
          <li key={day.date}>
            {day.words}{' '}
            {day.own ? (
              <button
                type="button"
                className="link"
                onClick={() =>
                  change({ ...week, closed: week.closed.filter((one) => one.date !== day.date) })
                }
              >
                Remove<span className="hidden-words"> {day.words}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <AddClosed add={(date, name) => change({ ...week, closed: [...week.closed, { date, name }] })} />
    </div>
  );
}

function AddClosed({ add }: { add: (date: string, name: string) => void }) {
  const [open, setOpen] = useState(false);
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  if (!open) {
    return (
      <button type="button" className="link" onClick={() => setOpen(true)}>
        Add a closed day
      </button>
    );
  }
  return (
    <form
      className="mt-1.5 flex flex-wrap gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        add(date, name.trim());
        setOpen(false);
      }}
    >
      <input
        className="field max-w-[150px]"
        type="date"
        aria-label="Which day"
        required
        value={date}
        onChange={(event) => setDate(event.target.value)}
      />
      <input
        className="field max-w-[200px]"
        aria-label="What it is called"
        placeholder="Company day"
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button">
        Add
      </button>
    </form>
  );
}

function Standard({ settings }: { settings: Settings }) {
  const id = useId();
  const deed = useDo();
  return (
    <>
      <label className="label" htmlFor={id}>
        First action
      </label>
      <span className="flex flex-wrap items-center gap-2">
        <input
          key={settings.standardDays}
          id={id}
          className="field !w-[72px]"
          type="number"
          min="0.25"
          max="10"
          step="0.25"
          defaultValue={settings.standardDays}
          onBlur={(event) => {
            const days = Number(event.target.value);
            if (days !== settings.standardDays && days > 0)
              deed.mutate({ path: '/settings/standard', body: { days } });
          }}
        />
        <span>{settings.standardDays === 1 ? 'business day' : 'business days'}</span>
      </span>
    </>
  );
}
