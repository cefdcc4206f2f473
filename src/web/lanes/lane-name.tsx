import type { Lane } from '#domain/lanes/story.js';

/** A lane's name at its left: mark, company, and under it who stands there. */
export function LaneName({ lane, y, name, under }: { lane: Lane; y: number; name: string; under: string }) {
  const middle = y - 5;
  return (
    <>
      {lane === 'host' ? <rect className="host" x="0" y={middle - 4} width="8" height="8" rx="1" /> : null}
      {lane === 'partner' ? (
        <rect
          className="partner"
          x="0"
          y={middle - 4}
          width="7.4"
          height="7.4"
          transform={`rotate(45 4 ${middle})`}
        />
      ) : null}
      {lane === 'buyer' ? <circle className="buyer" cx="4" cy={middle} r="4" /> : null}
      <text className="strong" x="14" y={y - 1}>
        {shorten(name)}
      </text>
      <text className="tick" x="14" y={y + 13}>
        {shorten(under)}
      </text>
    </>
  );
}

/** What fits left of the lanes at 11 px. The whole name stands in the page's head. */
function shorten(words: string): string {
  return words.length > 15 ? `${words.slice(0, 14).trimEnd()}…` : words;
}
