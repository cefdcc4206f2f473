/** Counts the message bytes that all sessions hold together, and says no before there are too many. */
export type Memory = { take(bytes: number): boolean; give(bytes: number): void; readonly held: number };

export function openMemory(most: number): Memory {
  let held = 0;
  return {
    take(bytes) {
      if (held + bytes > most) return false;
      held += bytes;
      return true;
    },
    give(bytes) {
      held -= bytes;
    },
    get held() {
      return held;
    },
  };
}
