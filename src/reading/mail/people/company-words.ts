/** Words that end (and sometimes begin) the names of companies, lower case. They tell companies from people. */
export const COMPANY_WORDS: ReadonlySet<string> = new Set(
  (
    'group gruppe groupe grupo gruppo clinic clinics logistics logistik foods food council school house hotels hotel shipping dairy farms farm ' +
    'marine mutual insurance bank banco partners consulting consult consultants consultores systems system solutions services service labs lab ' +
    'software technologies technology tech industries manufacturing castings hospital university college trust foundation airlines air energy ' +
    'water power steel retail stores portal team office cloud platform mobile media digital health healthcare care pharma therapeutics resorts ' +
    'construction build bau studio atelier advisory advisors advisers brokers broker capital ventures works studios design security networks ' +
    'network data analytics planning events catering training academy rentals motors auto autos cars trucks freight line lines ferries ports ' +
    'cooperative coop cooperativa association society union federation institute council authority ministry brewery brauerei bakery bakkerijen ' +
    'druck officine frutas vinos vins naviera stiftelsen stiftung spedition maschinenbau werke stadtwerke klinik kliniken verlag agency agentur ' +
    'agence agencia holding holdings international global europe nordic survey engineering supply distribution distributors trading it pr'
  ).split(' '),
);

/** A label of a domain written as one word, cut before or after a word of companies: "corvinelabs" is "corvine labs". */
export function cutLabel(label: string): string[] {
  const parts = label.split(/[-_]/).filter((part) => part !== '');
  return parts.flatMap((part) => {
    for (let cut = 3; cut <= part.length - 2; cut += 1) {
      const [left, right] = [part.slice(0, cut), part.slice(cut)];
      if (right.length >= 3 && COMPANY_WORDS.has(right)) return [left, right];
    }
    for (let cut = part.length - 3; cut >= 4; cut -= 1) {
      if (COMPANY_WORDS.has(part.slice(0, cut))) return [part.slice(0, cut), part.slice(cut)];
    }
    return [part];
  });
}
