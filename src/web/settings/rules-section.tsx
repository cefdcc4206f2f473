import type { Settings } from '#contract/settings.js';
import { ROLE_WORDS, ROLES, type Role } from '#domain/handoff.js';
import { type RuleRow, ruleRows } from '#web/settings/rule-rows.js';
import { Section } from '#web/settings/section.jsx';
import { useDo } from '#web/undo/do.js';

/** Which partner's intros reach whom: owner, backup, and the role that the partner is offered. */
export function RulesSection({ settings }: { settings: Settings }) {
  return (
    <Section title="Who gets an intro" words="By partner. A person in Intake can always choose otherwise.">
      <table className="settings-table">
        <thead>
          <tr>
            <th>If the partner is</th>
            <th>Owner</th>
            <th>Backup</th>
            <th>Role offered</th>
            <th>Last used</th>
          </tr>
        </thead>
        <tbody>
          {ruleRows(settings).map((row) => (
            <Rule key={row.partner ?? 'anybody'} row={row} settings={settings} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** Without a rule of its own a partner's intros go where anybody else's do. */
function nobodyWords(row: RuleRow): string {
  return row.rule === null && row.partner !== null ? 'as anybody else' : 'nobody';
}

function Rule({ row, settings }: { row: RuleRow; settings: Settings }) {
  const deed = useDo();
  const set = (change: Partial<Pick<RuleRow, 'owner' | 'backup' | 'role'>>) =>
    deed.mutate({
      path: '/settings/rules',
      body: { partner: row.partner, owner: row.owner, backup: row.backup, role: row.role, ...change },
    });
  return (
    <tr className={row.alarm === null ? undefined : 'alarmed'}>
      <td className={`leading ${row.partner === null ? '' : 'strong'}`}>{row.name}</td>
      <td data-label="Owner">
        <div>
          <Colleagues
            label={`Owner of intros from ${row.name}`}
            none={nobodyWords(row)}
            value={row.owner}
            settings={settings}
            choose={(owner) => set({ owner })}
          />
          {row.alarm === null ? null : <div className="silent mt-0.5 text-12">{row.alarm}</div>}
        </div>
      </td>
      <td data-label="Backup">
        <Colleagues
          label={`Backup for intros from ${row.name}`}
          none={nobodyWords(row)}
          value={row.backup}
          settings={settings}
          choose={(backup) => set({ backup })}
        />
      </td>
      <td data-label="Role">
        <select
          className="field"
          aria-label={`Role offered to ${row.name}`}
          value={row.role ?? ''}
          onChange={(event) => set({ role: roleOf(event.target.value) })}
        >
          <option value="">asked on day one</option>
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {ROLE_WORDS[role]}
            </option>
          ))}
        </select>
      </td>
      <td data-label="Last used">
        <div className="third">
          {row.lastUsed ?? 'never'}{' '}
          {row.rule === null ? null : (
            <button
              type="button"
              className="link ml-2"
              onClick={() => deed.mutate({ path: `/settings/rules/${row.rule}`, method: 'DELETE' })}
            >
              Remove<span className="hidden-words"> the rule for {row.name}</span>
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}

function Colleagues({
  label,
  none,
  value,
  settings,
  choose,
}: {
  label: string;
  none: string;
  value: string | null;
  settings: Settings;
  choose: (id: string | null) => void;
}) {
  return (
    <select
      className="field"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => choose(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{none}</option>
      {settings.people
        .filter((person) => person.active || person.id === value)
        .map((person) => (
          <option key={person.id} value={person.id ?? ''}>
            {person.active ? person.name : `${person.name}, left`}
          </option>
        ))}
    </select>
  );
}

function roleOf(value: string): Role | null {
  return ROLES.find((role) => role === value) ?? null;
}
