import type { ReactNode } from 'react'
import { Button } from './button'

type Props = { act: ReactNode; onCancel: () => void }

/** At the end of a small form: what it does, and the way out of it without. */
export function SubmitRow({ act, onCancel }: Props) {
  return (
    <div className="mt-2 flex gap-2">
      <Button type="submit" look="primary" size="small" className="min-w-0 flex-1">
        <span className="truncate">{act}</span>
      </Button>
      <Button look="quiet" size="small" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  )
}
