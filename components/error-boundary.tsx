'use client'

import { catchError, type ErrorInfo } from 'next/error'
import { NotDrawn } from './not-drawn'

/** What is in it costs only itself: where it cannot be drawn, a sentence that begins with its name stands. */
export const ErrorBoundary = catchError(function Failed({ name }: { name: string }, { retry }: ErrorInfo) {
  return (
    <NotDrawn name={name}>
      <button type="button" className="text-accent underline print:hidden" onClick={() => retry()}>
        Try again
      </button>
    </NotDrawn>
  )
})
