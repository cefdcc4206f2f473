/** The three lanes in the order in which they are always drawn. */
export const LANES = ['host', 'partner', 'buyer'] as const;
export type Lane = (typeof LANES)[number];

/** Something the other side could see, at its time (instant, ISO 8601). */
export type Pass = {
  readonly at: string;
  readonly side: Lane;
  readonly label: string;
  readonly sentence: string;
};

/** An open step. No side means that nobody owns it. */
export type OpenStep = {
  readonly dueAt: string | null;
  readonly side: Lane | null;
  readonly label: string;
  readonly late: boolean;
};

/** What the lanes tell. Passes are in order of time; the first step is the next one. */
export type LaneStory = {
  readonly passes: readonly Pass[];
  readonly steps: readonly OpenStep[];
  readonly silentSince: string | null;
  /** Whether half of the allowed time has passed in silence. */
  readonly alarmed: boolean;
  readonly now: string;
  /** IANA zone in which days are drawn. */
  readonly zone: string;
};
