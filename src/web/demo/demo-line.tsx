import { lazy, Suspense } from 'react';
import { isDemo } from '#web/demo/is-demo.js';

const Strip = lazy(async () => ({ default: (await import('#web/demo/demo-strip.jsx')).DemoStrip }));

/** The strip on top of every page of the demo, and nothing anywhere else: a plain start does not even load it. `outside`: nobody is signed in yet. */
export function DemoLine({ outside = false }: { outside?: boolean }) {
  if (!isDemo()) return null;
  return (
    <Suspense fallback={<div className="demo-strip" />}>
      <Strip outside={outside} />
    </Suspense>
  );
}
