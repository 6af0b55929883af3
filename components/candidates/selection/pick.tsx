'use client'

import { useShortcutsOff } from '../../shortcuts-setting'
import { useIsPicked, useSelection } from './picked-context'

type Props = { id: string; called: string; className: string | undefined }

/** The row's tick. By keyboard it is x on the row, so that Tab goes from one row to the next; without the keys it is Tab. */
export function Pick({ id, called, className }: Props) {
  const selection = useSelection()
  const isPicked = useIsPicked(id)
  const off = useShortcutsOff()
  if (!selection) return null
  return (
    <label className={className}>
      <input
        type="checkbox"
        tabIndex={off ? undefined : -1}
        aria-label={`Select ${called}`}
        checked={isPicked}
        onChange={() => selection.toggle(id)}
      />
    </label>
  )
}
