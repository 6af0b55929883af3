import type { ReactNode } from 'react'
import { Notice } from './notice-place'

/** That something does not open, and a way out: where a page has no place for it, beside the others in the corner of a wide one. */
export function CornerNotice({ children }: { children: ReactNode }) {
  return (
    <Notice
      role="alert"
      docked={`lg:px-6 ${LINE}`}
      floating={`rounded-md bg-raised py-2 shadow-float max-lg:fixed max-lg:inset-x-2 max-lg:top-12 max-lg:z-40 ${LINE}`}
    >
      {children}
    </Notice>
  )
}

const LINE = 'flex items-center gap-3 px-4'
