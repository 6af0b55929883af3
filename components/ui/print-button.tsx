'use client'

import { Printer } from './icons'
import { Button } from './button'

/** One document of all that the page is about, for paper or a PDF. */
export function PrintButton() {
  return (
    <Button look="quiet" size="small" className="max-lg:hidden" onClick={() => window.print()}>
      <Printer size={14} /> Print
    </Button>
  )
}
