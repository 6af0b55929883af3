import type { PointerEvent } from 'react'

/** An ISO instant in the words, order and time zone of the reader's browser, which the server does not know. */
export function exactTime(at: string): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
}

/** The time of day of an ISO instant, in the same words. */
export function clockTime(at: string): string {
  return new Date(at).toLocaleTimeString(undefined, { timeStyle: 'short' })
}

/** The day of an ISO instant, in the same words. */
export function dayOf(at: string): string {
  return new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' })
}

/** A day of the calendar, as 2026-01-31, in the reader's order. */
export function exactDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(undefined, { dateStyle: 'medium', timeZone: 'UTC' })
}

/** Says an instant exactly on hover. */
export function tellExactTime(at: string) {
  return ({ currentTarget }: PointerEvent<HTMLElement>) => {
    currentTarget.title = exactTime(at)
  }
}
