import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Debrief', template: '%s · Debrief' },
  description: 'Where a hiring team reviews its interviews.',
}

export const viewport: Viewport = { colorScheme: 'light dark', viewportFit: 'cover' }

/** What nearly every text is set in: without this it would be asked for only when the page is laid out. */
const FONT = new URL('./fonts/inter-latin.woff2', import.meta.url)

export default function RootLayout({ children }: { children: ReactNode }) {
  preload(FONT.pathname, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return (
    <html lang="en" className="font-sans">
      <body>{children}</body>
    </html>
  )
}
