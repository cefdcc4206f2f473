/** Whether this is the demo: the server says it in the page itself, and a plain start never does. */
export function isDemo(): boolean {
  return document.documentElement.dataset.demo !== undefined;
}
