import type { PointerEvent } from 'react'
import { readerDates, type ReaderDates } from './reader-dates'

/** An ISO instant in the words, order and time zone that the reader has chosen, or else in those of their browser, which the server does not know. */
export function exactTime(at: string): string {
  return said(at, { dateStyle: 'medium', timeStyle: 'short' })
}

/** An ISO instant to the second, in the same words. */
export function exactSecond(at: string): string {
  return said(at, { dateStyle: 'medium', timeStyle: 'medium' })
}

/** The time of day of an ISO instant, in the same words. */
export function clockTime(at: string): string {
  return said(at, { timeStyle: 'short' })
}

/** The day of an ISO instant, in the same words. */
export function dayOf(at: string, dates = readerDates()): string {
  return said(at, { dateStyle: 'medium' }, dates)
}

/** A day of the calendar, as 2026-01-31, in the reader's order. */
export function exactDay(day: string): string {
  return said(`${day}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' })
}

/** Says an instant exactly on hover. */
export function tellExactTime(at: string) {
  return ({ currentTarget }: PointerEvent<HTMLElement>) => {
    currentTarget.title = exactTime(at)
  }
}

function said(at: string, style: Intl.DateTimeFormatOptions, { language, timeZone }: ReaderDates = readerDates()) {
  const options = { ...style, timeZone: style.timeZone ?? timeZone ?? undefined }
  return new Intl.DateTimeFormat(language ?? undefined, options).format(new Date(at))
}
