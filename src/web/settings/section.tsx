import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sessionQuery } from '#web/door/queries.js';
import '#web/settings/settings.css';

/** A subject with one sentence at the left, its fields at the right. Only an admin changes them. */
export function Section({
  title,
  words,
  open = false,
  children,
}: {
  title: string;
  words: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  const session = useQuery(sessionQuery);
  const locked = !open && session.data?.role !== 'admin';
  return (
    <section className="form-section" aria-label={title}>
      <div>
        <h2>{title}</h2>
        <p>{words}</p>
      </div>
      <fieldset disabled={locked}>
        <legend className="hidden-words">{title}</legend>
        {children}
      </fieldset>
    </section>
  );
}
