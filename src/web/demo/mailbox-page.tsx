import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DemoMails } from '#contract/demo.js';
import { linked } from '#web/demo/linked.js';
import { Reply } from '#web/demo/reply.jsx';
import { mailsQuery } from '#web/demo/strip-query.js';
import { useRows } from '#web/list/rows.js';
import { SideMark } from '#web/person/person.jsx';
import { Head } from '#web/shell/head.jsx';
import { Shown } from '#web/shell/state.jsx';
import '#web/demo/demo.css';

const route = getRouteApi('/shell/demo/mailbox');

type Mail = DemoMails['mails'][number];

/** What Baton would have sent in the demo, to read as its readers would. It says that nobody had it. */
export function MailboxPage() {
  const mails = useQuery(mailsQuery);
  return <Shown read={mails}>{(answer) => <Mails box={answer} />}</Shown>;
}

function Mails({ box }: { box: DemoMails }) {
  const { mail, of } = route.useSearch();
  const navigate = useNavigate();
  const shown = box.mails.filter((each) => of === undefined || each.companies.includes(of));
  const selected = shown.find((each) => each.id === mail) ?? shown[0] ?? null;
  const pick = (id: string) =>
    void navigate({ to: '/demo/mailbox', search: (before) => ({ ...before, mail: id }), replace: true });
  useRows(
    shown.map((each) => each.id),
    selected?.id ?? null,
    pick,
  );
  return (
    <>
      <Head title="Demo mailbox" lead={box.lead}>
        <Companies box={box} of={of ?? null} />
      </Head>
      <div className={`columns mailbox ${mail === undefined ? '' : 'one-picked'}`}>
        <section className="mails min-w-0" aria-label="Mails">
          {shown.map((each) => (
            <MailRow key={each.id} mail={each} selected={each.id === selected?.id} />
          ))}
          <p className="small px-[var(--gutter)] py-3">
            {shown.length === 0 ? 'No mail has gone out in the story yet. ' : ''}
            In your own Baton this page does not exist. There, mail goes through the server in Settings.
          </p>
        </section>
        {selected === null ? <div /> : <TheMail key={selected.id} mail={selected} />}
      </div>
    </>
  );
}

function Companies({ box, of }: { box: DemoMails; of: string | null }) {
  return (
    <nav className="segments" aria-label="Whose mails">
      <Link to="/demo/mailbox" search={{}} aria-current={of === null ? 'true' : undefined}>
        All {box.mails.length}
      </Link>
      {box.companies.map((each) => (
        <Link
          key={each.name}
          to="/demo/mailbox"
          search={{ of: each.name }}
          aria-current={each.name === of ? 'true' : undefined}
        >
          <SideMark side={each.side} />
          {each.name} {each.mails}
        </Link>
      ))}
    </nav>
  );
}

function MailRow({ mail, selected }: { mail: Mail; selected: boolean }) {
  return (
    <Link
      to="/demo/mailbox"
      search={(before) => ({ ...before, mail: mail.id })}
      className="list-row mail-row"
      data-row={mail.id}
      aria-current={selected ? 'true' : undefined}
    >
      <div className="flex justify-between gap-3">
        <span className="cut strong">
          <SideMark side={mail.to[0]?.side ?? 'unknown'} />
          {mail.to.map((each) => each.name).join(', ')}
        </span>
        <time className="small" dateTime={mail.at}>
          {mail.when}
        </time>
      </div>
      <div className="cut">{mail.subject}</div>
      <div className="small cut">from {mail.from.name}</div>
    </Link>
  );
}

function TheMail({ mail }: { mail: Mail }) {
  const [isSource, setSource] = useState(false);
  const words = isSource ? mail.source : mail.text;
  return (
    <section className="pane sunk the-mail p-0!" aria-label="The mail">
      <div className="posted">
        <div>
          <People name="From" boxes={[mail.from]} />
          <People name="To" boxes={mail.to} />
          {mail.cc.length === 0 ? null : <People name="Cc" boxes={mail.cc} />}
          <div>
            <b className="strong">Would have gone</b> <span className="second">{mail.wouldHaveGone}</span>
          </div>
        </div>
        <div className="segments">
          <button type="button" aria-pressed={!isSource} onClick={() => setSource(false)}>
            Plain text
          </button>
          <button type="button" aria-pressed={isSource} onClick={() => setSource(true)}>
            Source
          </button>
        </div>
      </div>
      <div className={`posted-words ${isSource ? 'source' : ''}`}>
        {isSource ? null : <h2 className="mb-3">{mail.subject}</h2>}
        {linked(words).map((piece) =>
          piece.href === null ? piece.words : <PieceLink key={piece.at} {...piece} href={piece.href} />,
        )}
      </div>
      {mail.replyAs === null ? null : <Reply mail={mail.id} as={mail.replyAs.name} />}
    </section>
  );
}

// A link of this Baton opens here; any other is words, since nothing of the made-up world is on the net.
function PieceLink({ words, href }: { words: string; href: string }) {
  return <a href={href}>{words}</a>;
}

function People({ name, boxes }: { name: string; boxes: readonly Mail['from'][] }) {
  return (
    <div className="flex flex-wrap gap-x-2.5">
      <b className="strong">{name}</b>
      {boxes.map((each) => (
        <span key={each.email} className="who second" title={each.email}>
          <SideMark side={each.side} />
          {each.name}
        </span>
      ))}
    </div>
  );
}
