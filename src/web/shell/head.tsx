import { type ReactNode, useEffect } from 'react';

/** A page's head: where one is, the finding, and at the right what can be switched or done. */
export function Head({
  title,
  crumb = null,
  lead = null,
  children,
}: {
  title: string;
  crumb?: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Baton`;
  }, [title]);
  return (
    <div className="head">
      <div className="min-w-0">
        {crumb === null ? null : <div className="crumb">{crumb}</div>}
        <h1>{title}</h1>
        {lead === null ? null : <p className="lead mt-[3px]">{lead}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}
