import type { DealPage } from '#contract/deal.js';
import { Who } from '#web/person/person.jsx';

/** The people of a deal by side, with what they do. */
export function People({ groups }: { groups: DealPage['people'] }) {
  return groups.map((group) => (
    <section
      key={`${group.side} ${group.company ?? ''}`}
      className="mb-3"
      aria-label={group.company ?? 'Side not known'}
    >
      <h3 className="small mb-0.5">
        {group.company ?? (group.side === 'unknown' ? 'Side not known' : null)}
      </h3>
      <ul className="grid gap-0.5">
        {group.people.map((person) => (
          <li key={person.email ?? person.name}>
            <Who person={person} />
          </li>
        ))}
      </ul>
    </section>
  ));
}
