import { useOfflineSince } from '#web/door/changes.js';

/** Said once, above the page: what is true and what still works. */
export function OfflineLine() {
  const since = useOfflineSince();
  if (since === null) return null;
  const time = new Date(since).toTimeString().slice(0, 5);
  return (
    <p className="notice" role="status">
      <span>
        <b className="strong">Offline since {time}.</b> What you see is from before. Clocks keep counting.
      </span>
    </p>
  );
}
