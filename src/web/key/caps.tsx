import { capsOf } from '#web/key/stroke.js';

const apple = /Mac|iPhone|iPad/.test(navigator.platform);

/** The key that does it, drawn beside what it does. Read aloud it would only be noise: the shortcut is an extra. */
export function Caps({ keys }: { keys: string }) {
  return (
    <span className="caps" aria-hidden="true">
      {capsOf(keys, apple).map((cap, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the caps of one binding never change their order.
        <kbd key={place}>{cap}</kbd>
      ))}
    </span>
  );
}
