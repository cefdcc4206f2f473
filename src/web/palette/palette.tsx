import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { dealsQuery } from '#web/door/queries.js';
import { currentGroups } from '#web/key/action.js';
import { Choice, type Option } from '#web/palette/choice.jsx';
import { closeDialogs } from '#web/palette/open.js';
import { SideMark } from '#web/person/person.jsx';

/** Find or do: the actions of the thing in view, then the deals. */
export function Palette() {
  const navigate = useNavigate();
  const deals = useQuery(dealsQuery);
  // Taken once: the palette is about the screen that it was opened over.
  const actions = useMemo(
    () =>
      currentGroups()
        .toReversed()
        .flatMap(({ name, actions }) => optionsOf(name, actions)),
    [],
  );
  const found = (deals.data?.rows ?? []).map(
    (row): Option => ({
      id: row.deal,
      words: `${row.name}, deal with ${row.partnerName}`,
      drawn: (
        <>
          <SideMark side="buyer" />
          {row.name} <span className="small">deal, with {row.partnerName}</span>
        </>
      ),
      keys: null,
      group: 'Deals',
      run: () => void navigate({ to: '/deals/$deal', params: { deal: row.deal } }),
    }),
  );
  return (
    <Choice name="Find or do" prompt="Find or do" options={[...actions, ...found]} close={closeDialogs} />
  );
}

function optionsOf(name: string, actions: ReturnType<typeof currentGroups>[number]['actions']): Option[] {
  return actions
    .filter((one) => one.listed)
    .map((one) => ({
      id: `${name} ${one.words}`,
      words: one.words,
      keys: one.keys,
      group: name,
      run: one.run,
    }));
}
