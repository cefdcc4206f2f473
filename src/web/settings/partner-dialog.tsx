import { useId, useState } from 'react';
import type { Settings } from '#contract/settings.js';
import { FormDialog } from '#web/settings/form-dialog.jsx';
import { readDomains, readPeople } from '#web/settings/partner-people.js';
import { TextField } from '#web/settings/text-field.jsx';
import { useDo } from '#web/undo/do.js';

type Partner = Settings['partners'][number];

/** Adds a partner, or changes one. */
export function PartnerDialog({ partner, close }: { partner: Partner | null; close: () => void }) {
  const [name, setName] = useState(partner?.name ?? '');
  const [domains, setDomains] = useState(partner?.domains.join(', ') ?? '');
  const [typed, setTyped] = useState(
    partner?.people.map((person) => `${person.name} <${person.email}>`).join('\n') ?? '',
  );
  const id = useId();
  const deed = useDo({ refusalsHere: true });
  const { people, unread } = readPeople(typed);
  const body = { name: name.trim(), domains: readDomains(domains), people };
  const save = () =>
    deed.mutate(
      partner === null
        ? { path: '/settings/partners', body }
        : { path: `/settings/partners/${partner.id}`, body, method: 'PATCH' },
      { onSuccess: close },
    );
  return (
    <FormDialog
      name={partner === null ? 'Add a partner' : partner.name}
      button={partner === null ? 'Add it' : 'Keep it'}
      ready={name.trim() !== '' && unread.length === 0 && !deed.isPending}
      error={deed.error}
      save={save}
      close={close}
    >
      <TextField
        id={`${id}n`}
        label="Company"
        value={name}
        change={setName}
        placeholder="Cobalt Ridge"
        required
      />
      <TextField
        id={`${id}d`}
        label="Domains"
        value={domains}
        change={setDomains}
        placeholder="cobaltridge.example"
      />
      <label className="label self-start pt-1.5" htmlFor={`${id}p`}>
        People
      </label>
      <div>
        <textarea
          id={`${id}p`}
          className="field"
          rows={4}
          placeholder="Theo Lindqvist <theo@cobaltridge.example>"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className="small mt-1">One a line, name and address. Others are met as they write.</p>
        {unread.length === 0 ? null : (
          <p className="silent text-12">Without an address: {unread.join(', ')}</p>
        )}
      </div>
    </FormDialog>
  );
}
