/** What stands where a deal's buyer has no name: a finding, and never a name. */
export const NO_BUYER = 'Buyer not named';

/** A deal as a sentence calls it: by its buyer's name, else as what it is. */
export function buyerCalled(name: string): string {
  return name === NO_BUYER ? 'the unnamed buyer' : name;
}

/** What stands where the company that introduced a deal has no name. */
export const NO_PARTNER = 'Partner not named';

/** The partner as a sentence calls it. */
export function partnerCalled(name: string): string {
  return name === NO_PARTNER ? 'the unnamed partner' : name;
}

/** The same at the beginning of a sentence. */
export function buyerFirst(name: string): string {
  return name === NO_BUYER ? 'The unnamed buyer' : name;
}
