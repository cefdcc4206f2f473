import type { HandoffPage } from '#contract/deal.js';
import type { PersonShown } from '#contract/words.js';
import { buyerCalled } from '#domain/buyer.js';
import { Choice, type Option } from '#web/palette/choice.jsx';
import { Nobody, Who } from '#web/person/person.jsx';
import { useDo } from '#web/undo/do.js';

type Props = { page: HandoffPage; close: () => void };

/** Who owns the handoff: one colleague, or nobody, which alarms. */
export function OwnerChoice({ page, close }: Props) {
  const deed = useDo();
  const name = (owner: string | null) => deed.mutate({ path: `/deals/${page.deal}/owner`, body: { owner } });
  const options = [
    ...colleagues(page, page.owner, name, { [page.backup?.id ?? '']: 'backup' }),
    ...(page.owner === null ? [] : [nobody('Nobody for now', () => name(null))]),
  ];
  return (
    <Choice
      name={`Who owns ${buyerCalled(page.name)}`}
      prompt={`Who owns ${buyerCalled(page.name)}?`}
      options={options}
      close={close}
      digits
    />
  );
}

/** Who takes over by themselves when the owner is out. */
export function BackupChoice({ page, close }: Props) {
  const deed = useDo();
  const name = (backup: string | null) =>
    deed.mutate({ path: `/deals/${page.deal}/backup`, body: { backup } });
  const options = [
    ...colleagues(page, page.backup, name, { [page.owner?.id ?? '']: 'owner' }).filter(
      (option) => option.id !== page.owner?.id,
    ),
    ...(page.backup === null ? [] : [nobody('No backup', () => name(null))]),
  ];
  return (
    <Choice
      name={`Backup for ${buyerCalled(page.name)}`}
      prompt="Who takes over if the owner is out?"
      options={options}
      close={close}
      digits
    />
  );
}

function colleagues(
  page: HandoffPage,
  now: PersonShown | null,
  name: (id: string | null) => void,
  notes: Record<string, string>,
): Option[] {
  return page.colleagues.map((person) => ({
    id: person.id ?? person.name,
    words: person.name,
    drawn: (
      <Who
        person={person}
        words={
          [person.role, person.id === now?.id ? 'now' : notes[person.id ?? '-']]
            .filter((part) => part != null)
            .join(', ') || null
        }
      />
    ),
    keys: null,
    group: null,
    run: () => name(person.id),
  }));
}

function nobody(words: string, run: () => void): Option {
  return { id: 'nobody', words, drawn: <Nobody words={words} />, keys: null, group: null, run };
}
