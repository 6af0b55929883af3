'use client'

import './globals.css'
import PageFailed from './error'

/** Stands in for the layout too, when that is what failed. */
export default function AppFailed(failure: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en" className="font-sans">
      <body>
        <PageFailed {...failure} />
      </body>
    </html>
  )
}
