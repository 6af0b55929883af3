import { isComposing } from '../key-pressed'

/** Esc that ends a composition closes nothing besides. */
export function leaveToInputMethod(event: KeyboardEvent) {
  if (isComposing(event)) event.preventDefault()
}
