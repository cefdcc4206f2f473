import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Today } from '#contract/today.js';
import { sessionQuery } from '#web/door/queries.js';
import { ChooseFiles, PasteMail } from '#web/intake/ways-in.jsx';
import { action, useActions } from '#web/key/action.js';
import { EmptyLanes } from '#web/lanes/empty-lanes.jsx';
import { Copy } from '#web/shell/copy.jsx';
import { copyWords } from '#web/shell/copy-words.js';
import { Head } from '#web/shell/head.jsx';
import '#web/today/first-run.css';

/** Nothing has arrived yet: three ways in, and what is ready. */
export function FirstRun({ today }: { today: Today }) {
  const session = useQuery(sessionQuery);
  useActions('First run', [action('c', 'Copy the address', () => void copyWords(today.address))]);
  return (
    <>
      <Head
        title="Forward one intro."
        lead="Baton reads it, names an owner and starts the clock. Nothing is sent to anyone until you press send."
      />
      <EmptyLanes host={session.data?.company ?? 'Your company'} now={today.now} zone={today.zone} />
      <div className="columns ways">
        <section className="pane first" aria-labelledby="forward">
          <h2 id="forward">Forward it, or put this in Cc</h2>
          <div className="mt-2.5 flex gap-2">
            <code className="field read-only mono text-14">{today.address}</code>
            <Copy words={today.address} keys="c" />
          </div>
          <p className="small mt-2.5">
            {today.listening} <Link to="/settings/mail">How, and what is missing</Link>
          </p>
        </section>
        <section className="pane" aria-labelledby="drop">
          <h2 id="drop" className="mb-2.5">
            Drop it
          </h2>
          <ChooseFiles />
        </section>
        <section className="pane" aria-labelledby="paste">
          <h2 id="paste" className="mb-2.5">
            Paste it
          </h2>
          <PasteMail />
        </section>
      </div>
      <div className="columns ready">
        <section className="pane first" aria-labelledby="ready">
          <h2 id="ready">What is ready</h2>
          <Ready today={today} />
        </section>
        <section className="pane" aria-labelledby="set-up">
          <h2 id="set-up">Five minutes of set-up</h2>
          <p className="second mt-1 max-w-[66ch]">
            Your company and its domains, the week that clocks run in, colleagues, and which partner’s intros
            reach whom. Each can wait: what waits is said where it is missed.
          </p>
          <p className="mt-3">
            <Link to="/set-up" className="button">
              Set it up
            </Link>
          </p>
        </section>
      </div>
    </>
  );
}

function Ready({ today }: { today: Today }) {
  return (
    <ul className="checks mt-1.5">
      {today.ready.map((line) => (
        <li key={line.key}>
          <i className={line.is ? 'check' : 'gap'} aria-hidden="true" />
          <span>
            <span className="hidden-words">{line.is ? 'Ready: ' : 'Missing: '}</span>
            {line.words}
          </span>
          {line.where === null ? (
            <span />
          ) : (
            <a className="link" href={line.where}>
              {line.action ?? 'Change'}
              <span className="hidden-words">: {line.words}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
