/** A sum of money with its currency. */
export const MONEY =
  /(?:[$€£¥₹]\s?\d[\d.,' ]{0,14}\s?(?:k|m|mn|bn|million|thousand)?|(?<![\p{L}])(?:usd|eur|gbp|chf|sek|nok|dkk|cad|aud|nzd|inr)\s?\d[\d.,' ]{0,14}\s?(?:k|m|mn|bn)?|\d[\d.,' -]{0,14}\s?(?:k|m|mn|bn|mio|million|millionen|millions|miljoner|milioni|millones|thousand|tausend|mil)?\s?(?:[$€£]|(?:dollars?|euros?|pounds?|francs?|kronor|kr|reais|crore|lakh|usd|eur|gbp|chf|sek|nok|dkk|nzd)(?![\p{L}]))|(?<![\d.,])\d{2,4}k(?![\p{L}\d]))/iu;

/** A month, a quarter or a season by name. */
export const MONTH =
  /(?<![\p{L}])(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januari|februari|augusti|maart|mei|augustus|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|q[1-4]|spring|summer|autumn|fall|winter|easter|christmas|sommer|herbst|été|automne|verano|otoño|estate|autunno|sommaren|hösten|zomer|herfst|verão|outono)(?![\p{L}])/iu;

const NUMBER =
  /(?:\d[\d.,' ]*\s?k?|(?<![\p{L}])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|forty-four|hundred|thousand|dozen|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|dos|tres|cuatro|cinco|seis|ocho|diez|due|tre|quattro|cinque|två|fyra|fem|tio|twee|drie|vier|vijf|dois|duas|três))(?:\s[\p{L}'-]{1,20}){0,2}\s$/iu;

/** Whether one of some nouns of size stands behind a number: "340 member farms". */
export function sizedNumber(plain: string, nouns: readonly { readonly start: number }[]): boolean {
  return nouns.some(({ start }) => NUMBER.test(plain.slice(Math.max(0, start - 60), start)));
}
