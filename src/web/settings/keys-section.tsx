import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { KeyMade, Settings } from '#contract/settings.js';
import { KEY_SCOPE } from '#domain/key-scope.js';
import { tell } from '#web/door/ask.js';
import { Section } from '#web/settings/section.jsx';
import { Copy } from '#web/shell/copy.jsx';
import { say } from '#web/shell/say.js';
import { refusalWords, useDo } from '#web/undo/do.js';

type Made = z.infer<typeof KeyMade>;

/** Keys for programs. Only a hash is kept, so a key is shown once. */
export function KeysSection({ settings }: { settings: Settings }) {
  const [name, setName] = useState('');
  const queries = useQueryClient();
  const make = useMutation<Made, Error, string>({
    mutationFn: (called) => tell<Made>('/settings/keys', { name: called }),
    onSuccess: (made) => {
      say(made.said);
      setName('');
      void queries.invalidateQueries({ queryKey: ['settings'] });
    },
  });
  return (
    <Section
      title="API keys"
      words={`For programs. A key acts under its own name on the record. ${KEY_SCOPE.may} ${KEY_SCOPE.mayNot}`}
    >
      {make.data === undefined ? null : (
        <div className="note plain mb-3.5">
          <b className="strong">{make.data.said}</b>
          <div className="mt-2 flex flex-wrap gap-2">
            <code className="field read-only mono !w-auto text-12">{make.data.key}</code>
            <Copy words={make.data.key} />
          </div>
        </div>
      )}
      <Keys settings={settings} />
      <form
        className="mt-3 flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate(name.trim());
        }}
      >
        <input
          className="field !w-[220px]"
          aria-label="Name of the key"
          placeholder="crm-read"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button" disabled={name.trim() === '' || make.isPending}>
          Make a key
        </button>
        <span className="small">
          Only a hash is kept. On the terminal:{' '}
          <span className="mono">npm run -s baton -- key --name NAME</span>
        </span>
      </form>
      {make.error === null ? null : (
        <p role="alert" className="silent mt-1 text-12">
          {refusalWords(make.error)}
        </p>
      )}
    </Section>
  );
}

function Keys({ settings }: { settings: Settings }) {
  const deed = useDo();
  if (settings.keys.length === 0) return <p className="third">No key is out.</p>;
  return (
    <table className="settings-table">
      <thead>
        <tr>
          <th>Name</th>
          <th>Begins</th>
          <th>Made</th>
          <th>Last used</th>
          <th>
            <span className="hidden-words">Do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {settings.keys.map((key) => (
          <tr key={key.id}>
            <td className="leading strong">{key.name}</td>
            <td className="mono" data-label="Begins">
              <div>{key.begins}</div>
            </td>
            <td data-label="Made">
              <Day instant={key.madeAt} />
            </td>
            <td data-label="Last used">
              <Day instant={key.lastUsedAt} />
            </td>
            <td data-label="">
              <button
                type="button"
                className="link"
                onClick={() =>
                  deed.mutate({ path: `/settings/keys/${encodeURIComponent(key.id)}`, method: 'DELETE' })
                }
              >
                End<span className="hidden-words"> {key.name}</span>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ instant }: { instant: string | null }) {
  if (instant === null) return <span className="third">never</span>;
  const words = new Date(instant).toLocaleString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return <time dateTime={instant}>{words}</time>;
}
