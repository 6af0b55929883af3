import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Debrief', template: '%s · Debrief' },
  description: 'Where a hiring team reviews its interviews.',
}

export const viewport: Viewport = { colorScheme: 'light dark', viewportFit: 'cover' }

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className="font-sans">
      <body>{children}</body>
    </html>
  )
}
