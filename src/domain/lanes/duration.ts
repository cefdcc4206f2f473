const DAY = 1440;

/**
 * A length of time as people say it: "50 m", "7 h 20 m", "2 h", "1 d 7 h", "4 d". Minutes are taken as they
 * come, below zero as above; `day` says how many minutes make a day, or null where days are not spoken of.
 */
export function durationWords(minutes: number, day: number | null): string {
  const whole = Math.floor(Math.abs(minutes));
  if (day !== null && whole >= day) return spokenDays(whole, day);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return `${rest} m`;
  return rest === 0 || hours >= 100 ? `${hours} h` : `${hours} h ${rest} m`;
}

function spokenDays(minutes: number, day: number): string {
  const days = Math.floor(minutes / day);
  const hours = Math.floor((minutes % day) / 60);
  return days >= 3 || hours === 0 ? `${days} d` : `${days} d ${hours} h`;
}

/**
 * "18 h 30 m silent", or null where nothing has gone quiet for a minute yet. Wall time, as people feel it.
 * In a row there is room for whole hours alone, from ten on.
 */
export function silenceWords(
  story: { readonly silentSince: string | null; readonly now: string },
  inRow = false,
): string | null {
  if (story.silentSince === null) return null;
  const minutes = (Date.parse(story.now) - Date.parse(story.silentSince)) / 60_000;
  if (minutes < 1) return null;
  return `${durationWords(inRow && minutes >= 600 ? minutes - (minutes % 60) : minutes, DAY)} silent`;
}
