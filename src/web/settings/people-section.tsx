import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Settings } from '#contract/settings.js';
import { sessionQuery } from '#web/door/queries.js';
import { action, useActions } from '#web/key/action.js';
import { Caps } from '#web/key/caps.jsx';
import { SideMark } from '#web/person/person.jsx';
import { ColleagueDialog } from '#web/settings/colleague-dialog.jsx';
import { Section } from '#web/settings/section.jsx';
import { Copy } from '#web/shell/copy.jsx';
import { useDo } from '#web/undo/do.js';

type Colleague = Settings['people'][number];

/** Colleagues: what they may do, when they work, how they sign in. Partners and buyers need no account. */
export function PeopleSection({ settings }: { settings: Settings }) {
  const [open, setOpen] = useState<Colleague | 'new' | null>(null);
  const session = useQuery(sessionQuery);
  const admin = session.data?.role === 'admin';
  useActions('People', admin ? [action('n', 'Add a person', () => setOpen('new'))] : []);
  const active = settings.people.filter((person) => person.active).length;
  return (
    <Section
      title="People"
      words={`${active} at ${settings.company ?? 'this company'}. Partners and buyers need no account.`}
    >
      <table className="settings-table">
        <thead>
          <tr>
            <th>Person</th>
            <th>May</th>
            <th>Works</th>
            <th>Signs in</th>
            <th>
              <span className="hidden-words">Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {settings.people.map((person) => (
            <Row
              key={person.id ?? person.name}
              person={person}
              open={() => setOpen(person)}
              admin={admin}
              sends={settings.outgoing.set}
            />
          ))}
        </tbody>
      </table>
      <button type="button" className="button mt-3" onClick={() => setOpen('new')}>
        Add a person <Caps keys="n" />
      </button>
      {open === null ? null : (
        <ColleagueDialog
          settings={settings}
          person={open === 'new' ? null : open}
          close={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

type RowProps = { person: Colleague; open: () => void; admin: boolean; sends: boolean };

function Row({ person, open, admin, sends }: RowProps) {
  return (
    <tr>
      <td className="leading">
        <div className="strong">
          <SideMark side="host" />
          {person.name}
        </div>
        <div className="small pl-3.5">{person.email}</div>
      </td>
      <td data-label="May">
        <div>
          {person.role ?? 'Colleague'}
          {person.may === 'admin' ? (
            <>
              , <b className="strong">admin</b>
            </>
          ) : null}
          {person.active ? null : <span className="third">, left</span>}
        </div>
      </td>
      <td data-label="Works">
        <div>{person.weekWords}</div>
      </td>
      <td data-label="Signs in">
        <div>
          {person.signsIn}
          {admin && (person.invitation !== null || person.mailed !== null) ? (
            <Invitation person={person} sends={sends} />
          ) : null}
        </div>
      </td>
      <td>
        {admin ? (
          <button type="button" className="link" onClick={open}>
            Change<span className="hidden-words"> {person.name}</span>
          </button>
        ) : null}
      </td>
    </tr>
  );
}

/** What became of the mail that invites them, and the link, which can be handed over all the same. */
function Invitation({ person, sends }: { person: Colleague; sends: boolean }) {
  const deed = useDo();
  const words = sends ? 'Not mailed.' : 'No mail goes out yet: hand this link over.';
  return (
    <div className="mt-1 grid gap-1">
      <span className="small">{person.mailed ?? words}</span>
      <span className="flex flex-wrap items-center gap-2">
        {person.invitation === null ? null : <Copy words={person.invitation} />}
        {person.mayBeMailed ? (
          <button
            type="button"
            className="button"
            disabled={deed.isPending}
            onClick={() => deed.mutate({ path: `/settings/people/${person.id}/invite` })}
          >
            {person.mailed === null ? 'Mail it' : 'Mail it again'}
            <span className="hidden-words"> to {person.name}</span>
          </button>
        ) : null}
      </span>
    </div>
  );
}
