const FIELD = 'input:not([type=checkbox], [type=radio], [type=date]), textarea'

/**
 * What floats takes the focus, as it opens, to its field, or else to what is given: its first control is not what whoever opened
 * it means to press next.
 */
export function takeFocus(opened: Event, otherwise?: HTMLElement | null) {
  const { target } = opened
  if (!(target instanceof HTMLElement)) return
  opened.preventDefault()
  const taker = target.querySelector<HTMLElement>(FIELD) ?? otherwise ?? target
  taker.focus()
}
