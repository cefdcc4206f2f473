/** What stands where a deal's buyer has no name: a finding, and never a name. */
export const NO_BUYER = 'Buyer not named';

/** A deal as a sentence calls it: by its buyer's name, else as what it is. */
export function buyerCalled(name: string): string {
  return name === NO_BUYER ? 'the unnamed buyer' : name;
}

/** The same at the beginning of a sentence. */
export function buyerFirst(name: string): string {
  return name === NO_BUYER ? 'The unnamed buyer' : name;
}
