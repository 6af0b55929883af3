'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps, MouseEvent } from 'react'
import { PageLink } from '../../ui/page-link'
import { candidatePath } from '../identity/candidate-path'
import { walkTo } from './walk-state'

type Props = Omit<ComponentProps<typeof PageLink>, 'href'> & { id: string; search: string }

/** A step of the walk as a link: pressed, it goes like its key; opened elsewhere, it is the page alone. */
export function WalkLink({ id, search, ...link }: Props) {
  const router = useRouter()
  const step = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    router.push(walkTo(id, search))
  }
  return <PageLink href={candidatePath(id, search)} onClick={step} {...link} />
}
