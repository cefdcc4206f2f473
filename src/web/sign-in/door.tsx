import { type ReactNode, useEffect } from 'react';
import { DemoLine } from '#web/demo/demo-line.jsx';
import { Brand } from '#web/shell/brand.jsx';
import { LanesLegend } from '#web/sign-in/lanes-legend.jsx';
import '#web/sign-in/door.css';

/** The page before anybody is signed in: the asking at the left, how to read the lanes at the right. */
export function Door({
  title,
  lead = null,
  aside = null,
  children,
}: {
  title: string;
  lead?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Baton`;
  }, [title]);
  return (
    <div className="door">
      <main id="main">
        <DemoLine outside />
        <Brand />
        <div className="top" />
        <div className="small">{location.host}</div>
        <h1>{title}</h1>
        {lead === null ? null : <p className="lead max-w-[400px]">{lead}</p>}
        {children}
      </main>
      {aside ?? (
        <aside className="desk-only" aria-label="How to read the lanes">
          <div className="mx-auto w-full max-w-[760px]">
            <LanesLegend />
            <p className="lead mt-5 max-w-[560px]">
              Every live deal has one next step, one person who owns it, a day it is due, and the words that
              show why.
            </p>
          </div>
        </aside>
      )}
    </div>
  );
}
