import { useId } from 'react';
import type { Settings, WeekShown } from '#contract/settings.js';
import { STANDARD_WEEK } from '#domain/week.js';

const DAYS = [
  { day: 1, letter: 'M', name: 'Monday' },
  { day: 2, letter: 'T', name: 'Tuesday' },
  { day: 3, letter: 'W', name: 'Wednesday' },
  { day: 4, letter: 'T', name: 'Thursday' },
  { day: 5, letter: 'F', name: 'Friday' },
  { day: 6, letter: 'S', name: 'Saturday' },
  { day: 7, letter: 'S', name: 'Sunday' },
] as const;

/** The week that stands until somebody sets one: Mon to Fri in this browser's zone, no holidays. */
export function firstWeek(): WeekShown {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { ...STANDARD_WEEK, days: [...STANDARD_WEEK.days], closed: [], open: [], zone, holidays: null };
}

type Props = { week: WeekShown; settings: Settings; change: (week: WeekShown) => void };

/** Days, hours, zone and holidays of a working week. Every change is handed on whole. */
export function WeekFields({ week, settings, change }: Props) {
  const id = useId();
  const toggle = (day: number) => {
    const days = week.days.includes(day)
      ? week.days.filter((one) => one !== day)
      : [...week.days, day].sort((a, b) => a - b);
    if (days.length > 0) change({ ...week, days });
  };
  const zones = settings.zones.includes(week.zone) ? settings.zones : [week.zone, ...settings.zones];
  return (
    <>
      <span className="label">Days</span>
      <fieldset className="days">
        <legend className="hidden-words">Working days</legend>
        {DAYS.map(({ day, letter, name }) => (
          <button
            key={day}
            type="button"
            aria-label={name}
            aria-pressed={week.days.includes(day)}
            onClick={() => toggle(day)}
          >
            {letter}
          </button>
        ))}
      </fieldset>
      <span className="label">Hours</span>
      <span className="flex flex-wrap items-center gap-2">
        <Hours label="From" value={week.from} change={(from) => change({ ...week, from })} />
        <span className="third">to</span>
        <Hours label="To" value={week.to} change={(to) => change({ ...week, to })} />
      </span>
      <label className="label" htmlFor={`${id}z`}>
        Zone
      </label>
      <select
        id={`${id}z`}
        className="field max-w-[280px]"
        value={week.zone}
        onChange={(event) => change({ ...week, zone: event.target.value })}
      >
        {zones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </select>
      <label className="label" htmlFor={`${id}h`}>
        Holidays
      </label>
      <Holidays id={`${id}h`} week={week} settings={settings} change={change} />
    </>
  );
}

function Hours({ label, value, change }: { label: string; value: string; change: (value: string) => void }) {
  return (
    <input
      key={value}
      className="field !w-[78px]"
      inputMode="numeric"
      placeholder="08:30"
      aria-label={label}
      defaultValue={value}
      onBlur={(event) =>
        event.target.value !== '' && event.target.value !== value && change(event.target.value)
      }
    />
  );
}

function Holidays({ id, week, settings, change }: Props & { id: string }) {
  const { holidays } = week;
  return (
    <span className="flex flex-wrap gap-2">
      <select
        id={id}
        className="field max-w-[280px]"
        value={holidays?.country ?? ''}
        onChange={(event) =>
          change({
            ...week,
            holidays: event.target.value === '' ? null : { country: event.target.value, region: null },
          })
        }
      >
        <option value="">None are kept</option>
        {settings.countries.map((country) => (
          <option key={country.code} value={country.code}>
            {country.name}
          </option>
        ))}
      </select>
      {holidays === null ? null : (
        <input
          key={holidays.region ?? ''}
          className="field max-w-[130px]"
          aria-label="Region"
          placeholder="Region, NY"
          defaultValue={holidays.region ?? ''}
          onBlur={(event) => {
            const region = event.target.value.trim() === '' ? null : event.target.value.trim();
            if (region !== holidays.region) change({ ...week, holidays: { ...holidays, region } });
          }}
        />
      )}
    </span>
  );
}
