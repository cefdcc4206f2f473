const KEY = 'baton.theme';

/** Light or dark for this browser, or null for what the system says. */
export function chooseTheme(theme: 'light' | 'dark' | null): void {
  if (theme === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, theme);
  applyTheme();
}

export function chosenTheme(): 'light' | 'dark' | null {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : null;
}

/** Called before the first drawing, so that no page flashes in the other one. */
export function applyTheme(): void {
  const theme = chosenTheme();
  if (theme === null) document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', theme);
}
