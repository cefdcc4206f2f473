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
