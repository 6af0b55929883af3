/**
 * Leaves the focus with a panel once what had it has gone: Tab goes on from there. Nobody went to the panel itself, so that it
 * has no ring until somebody does.
 */
export function leaveFocusTo(panel: HTMLElement | null | undefined) {
  if (!panel) return
  panel.dataset.left = ''
  panel.addEventListener('blur', () => delete panel.dataset.left, { once: true })
  panel.focus({ preventScroll: true })
}
