import { DemoLine } from '#web/demo/demo-line.jsx';

/** An address that leads nowhere. Missing and forbidden look the same. */
export function NotFound() {
  return (
    <main id="main">
      <DemoLine />
      <div className="px-[var(--gutter)] py-8">
        <h1>There is nothing here.</h1>
        <p className="lead mt-1">The address may be old, or the deal may be one you cannot see.</p>
        <p className="mt-4">
          <a className="button" href="/">
            Go to Today
          </a>
        </p>
      </div>
    </main>
  );
}
