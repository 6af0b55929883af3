import type { ReactNode } from 'react'

/** A group of facts, one a line. */
export function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="pt-4">
      <h2 className="pb-1 text-2xs font-medium text-muted">{title}</h2>
      <dl className="border-t border-line">{children}</dl>
    </section>
  )
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-9 items-baseline justify-between gap-4 border-b border-line py-2 text-sm">
      <dt className="shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0 text-right break-words numeric">{children}</dd>
    </div>
  )
}
