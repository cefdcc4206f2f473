const LOCALES: Readonly<Record<string, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  it: 'it-IT',
  nl: 'nl-NL',
  pt: 'pt-PT',
  sv: 'sv-SE',
};

/** "Thursday 14 May", "Donnerstag, 14. Mai": a plain day as a mail in that language says it. */
export function dayWords(day: string, language: string): string {
  const format = new Intl.DateTimeFormat(LOCALES[language] ?? 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T12:00:00Z`));
}
