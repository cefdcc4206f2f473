/** A ref for the one field that a form just asked for is about: it has focus once, when it is first drawn. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
