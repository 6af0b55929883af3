import { useId, type ReactNode } from 'react'

type Props = { title: string; about: string; children: ReactNode }

export function AccountSection({ title, about, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-x-8 gap-y-3 py-6 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <div>
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        <p className="mt-0.5 text-xs wrap-anywhere text-muted">{about}</p>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
