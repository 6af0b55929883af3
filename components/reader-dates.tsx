'use client'

import { createContext, useContext, type ReactNode } from 'react'

/** In what words and of which place a member wants dates; null is what their browser says. */
export type ReaderDates = { language: string | null; timeZone: string | null }

const UNSAID: ReaderDates = { language: null, timeZone: null }
const Context = createContext(UNSAID)

/** For what the server draws too. */
export function ReaderDatesProvider({ dates, children }: { dates: ReaderDates; children: ReactNode }) {
  return <Context value={dates}>{children}</Context>
}

export function useReaderDates(): ReaderDates {
  return useContext(Context)
}

/** As the shell of the page says it, for what is no component. */
export function readerDates(): ReaderDates {
  if (typeof document === 'undefined') return UNSAID
  const { language, timeZone } = document.querySelector<HTMLElement>('[data-member-id]')?.dataset ?? {}
  return { language: language ?? null, timeZone: timeZone ?? null }
}
