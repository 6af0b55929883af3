import Link from 'next/link'
import type { ComponentProps } from 'react'

/** To another page of Debrief. Nothing of it is fetched before: every page is drawn when it is asked for, so there is nothing. */
export function PageLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />
}
