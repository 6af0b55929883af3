import type { ReactNode } from 'react'

/** A link that somebody wrote: it leaves without telling where from, and what does not lead to the web is only its text. */
export function OutsideLink({ href, children }: { href?: string | undefined; children?: ReactNode }) {
  if (!href || !/^https?:\/\//i.test(href)) return <span>{children}</span>
  return (
    <a href={href} title={href} target="_blank" rel="noopener noreferrer nofollow" className="text-accent underline">
      {children}
    </a>
  )
}
