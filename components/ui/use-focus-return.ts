import { useState } from 'react'

/** For onCloseAutoFocus of what opens without a trigger: back to where the focus was, unless something else has taken it. */
export function useFocusReturn(): (event: Event) => void {
  const [opener] = useState(() => document.activeElement)
  return (event) => {
    event.preventDefault()
    if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus()
  }
}
