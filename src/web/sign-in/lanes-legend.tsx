import { batonLine } from '#domain/lanes/curve.js';
import { DEAL_WIDENING, silenceDots } from '#domain/lanes/silence.js';

const HOST = 96;
const PARTNER = 168;
const BUYER = 240;
const NOW = 512;
const DISCS = [
  { x: 136, y: PARTNER, side: 'partner' },
  { x: 190, y: HOST, side: 'host' },
  { x: 234, y: BUYER, side: 'buyer' },
  { x: 321, y: BUYER, side: 'buyer' },
  { x: 378, y: HOST, side: 'host' },
] as const;
const ON_THE_CALL = [
  { y: HOST, side: 'host' },
  { y: PARTNER, side: 'partner' },
  { y: BUYER, side: 'buyer' },
] as const;

/** How to read the lanes, explained once: what passes the baton, what silence is, and what stands ahead. */
export function LanesLegend() {
  return (
    <svg
      className="chart"
      width="100%"
      viewBox="0 46 720 246"
      role="img"
      aria-labelledby="legend legend-words"
    >
      <title id="legend">How to read the lanes</title>
      <desc id="legend-words">
        Three lanes: your company, the partner, the buyer. One line, the baton, runs level while somebody
        holds it and passes with a mail, a call or a promise done. In silence it breaks into dots. Right of
        now stand the next step with its owner, and a promise nobody took.
      </desc>
      <LegendLanes />
      <rect className="paler" x={NOW} y="73" width="208" height="190" />
      <rect className="quiet" x="317" y="78" width="8" height="180" rx="4" opacity=".10" />
      <path className="line" d={batonLine(DISCS, 26)} />
      {DISCS.map((disc) => (
        <circle key={disc.x} className={`disc ${disc.side}`} cx={disc.x} cy={disc.y} r="5" />
      ))}
      {ON_THE_CALL.map((disc) => (
        <circle key={disc.y} className={`disc ${disc.side}`} cx="321" cy={disc.y} r="4.4" />
      ))}
      <rect className="wash-silence" x="386" y="89" width="126" height="14" />
      {silenceDots(378, NOW, DEAL_WIDENING).map((x) => (
        <circle key={x} className="silence" cx={x} cy={HOST} r="1.9" />
      ))}
      <line className="now" x1={NOW} x2={NOW} y1="62" y2="268" strokeWidth="1.5" />
      <path className="tie" d={`M321 ${PARTNER}C360 140 392 132 430 132H562`} />
      <circle className="ring nobody" cx="572" cy="132" r="8" strokeDasharray="3.4 2.6" />
      <circle className="ring buyer" cx="612" cy={BUYER} r="8" />
      <LegendWords />
    </svg>
  );
}

function LegendLanes() {
  return (
    <>
      <rect className="wash-host" x="112" y="74" width="608" height="44" opacity=".72" />
      <rect className="wash-partner" x="112" y="146" width="608" height="44" opacity=".72" />
      <rect className="wash-buyer" x="112" y="218" width="608" height="44" opacity=".72" />
      {[HOST, PARTNER, BUYER].map((y) => (
        <line key={y} className="lane" x1="112" x2="720" y1={y} y2={y} />
      ))}
      <rect className="host" x="0" y="92" width="8" height="8" rx="1" />
      <rect className="partner" x="0" y="164" width="7.4" height="7.4" transform="rotate(45 4 168)" />
      <circle className="buyer" cx="4" cy={BUYER} r="4" />
    </>
  );
}

function LegendWords() {
  return (
    <>
      <text className="strong" x="16" y="100">
        Your company
      </text>
      <text className="strong" x="16" y="172">
        A partner
      </text>
      <text className="strong" x="16" y="244">
        A buyer
      </text>
      <text x="190" y="60" textAnchor="middle">
        a mail passes it on
      </text>
      <line className="lane" x1="190" x2="190" y1="66" y2="88" />
      <text x="321" y="284" textAnchor="middle">
        a call, with who was on it
      </text>
      <line className="lane" x1="321" x2="321" y1="262" y2="272" />
      <text className="silent" x="504" y="60" textAnchor="end">
        silence, each gap wider
      </text>
      <line className="lane" x1="440" x2="440" y1="66" y2="86" />
      <text className="strong" x={NOW} y="284" textAnchor="middle">
        now
      </text>
      <text className="silent" x="588" y="129">
        promised,
      </text>
      <text className="silent" x="588" y="144">
        taken by nobody
      </text>
      <text className="strong" x="628" y="244">
        next step
      </text>
      <text x="612" y="284" textAnchor="middle">
        with a name and a day
      </text>
      <line className="lane" x1="612" x2="612" y1="252" y2="272" />
    </>
  );
}
