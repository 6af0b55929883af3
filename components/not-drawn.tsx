import type { ReactNode } from 'react'

type Props = {
  /** Begins the sentence. */
  name: string
  children?: ReactNode
}

/** Stands where a part of a page cannot be drawn. */
export function NotDrawn({ name, children }: Props) {
  return (
    <p role="alert" className="my-2 border-s-2 border-warn ps-3 text-sm text-muted">
      {name} could not be drawn. Everything else on this page works. {children}
    </p>
  )
}
