import { useState } from 'react'
import { Button } from '../ui/button'
import { useFocusTaker } from '../ui/use-loaded'
import { useVotes } from './votes-context'

const load = () => import('./reveal-dialog').then(({ RevealDialog }) => RevealDialog)

type Props = { look?: 'secondary' | 'quiet'; className?: string }

/** Beside what is hidden, for recruiters and admins, who can have it shown without a vote. */
export function ShowNow({ look = 'secondary', className = '' }: Props) {
  const { mayReveal } = useVotes()
  const [isAsking, setAsking] = useState(false)
  const [RevealDialog, ask] = useFocusTaker(load, isAsking, () => setAsking(false))
  if (!mayReveal) return null
  return (
    <>
      <Button
        look={look}
        size="small"
        className={`print:hidden ${className}`}
        aria-haspopup="dialog"
        onPointerEnter={ask}
        onClick={() => setAsking(true)}
      >
        Show now
      </Button>
      {RevealDialog && isAsking && <RevealDialog onClose={() => setAsking(false)} />}
    </>
  )
}
