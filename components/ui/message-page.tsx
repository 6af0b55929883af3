'use client'

import type { ReactNode } from 'react'
import { buttonClass } from './button'
import { PageLink } from './page-link'

type Props = { title: string; text: string; children?: ReactNode }

/** A whole page that has only something to say. Of the client: what every page has in its data in case it is needed is then its words alone. */
export function MessagePage({ title, text, children }: Props) {
  return (
    <div className="flex min-h-[70dvh] flex-col items-center justify-center px-6 text-center">
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-2 max-w-md text-muted">{text}</p>
      {children}
      <PageLink href="/candidates" className={`mt-5 ${buttonClass('secondary', 'regular')}`}>
        To the candidates
      </PageLink>
    </div>
  )
}
