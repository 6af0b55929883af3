import type { ReactNode } from 'react'

type Props = { title: ReactNode; text: string; children?: ReactNode }

/** In the place of a list that has nothing: why, and what can be done about it. */
export function EmptyMessage({ title, text, children }: Props) {
  return (
    <div className="px-6 py-20 text-center">
      <p className="font-medium">{title}</p>
      <p className="mx-auto mt-1 mb-4 max-w-sm text-muted">{text}</p>
      {children}
    </div>
  )
}
