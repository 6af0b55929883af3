import type { PointerEvent } from 'react'

/** On hover, an instant in the reader's own words and time zone, which the server does not know. */
export function tellExactTime(at: string) {
  return ({ currentTarget }: PointerEvent<HTMLElement>) => {
    currentTarget.title = new Date(at).toLocaleString()
  }
}
