import type { ReactNode } from 'react'
import { ChevronRight } from './icons'

type Props = { title: string; className?: string; children: ReactNode }

/** What is there for who looks closer: closed until then. */
export function Disclosure({ title, className, children }: Props) {
  return (
    <details className={className}>
      <summary className="flex w-fit cursor-pointer list-none items-center gap-1.5 rounded py-1 text-sm font-medium text-muted transition-colors hover:text-ink max-lg:py-3 [&::-webkit-details-marker]:hidden [[open]>&>.icon]:rotate-90">
        <ChevronRight size={14} className="transition-transform" />
        {title}
      </summary>
      {children}
    </details>
  )
}
