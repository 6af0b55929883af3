import { X } from '../../ui/icons'
import type { InterviewRow } from '@/lib/interviews/interview'
import { Button } from '../../ui/button'
import { SelectionActions } from './actions'
import { pickAllWords, pickedWords, type Pickable } from './pick-words'
import type { PickedAction } from './picked-actions'
import { StatusAction } from './status-action'

type Props = {
  rows: InterviewRow[]
  pickable: Pickable
  actions: PickedAction[]
  /** Why what was pressed last cannot be done with these, or null. */
  refusal: string | null
  onAct: (action: PickedAction) => void
  onSelectAll: () => void
  onClear: () => void
}

/** Floats over the list's end: how many are ticked, and what can be done with them. */
export function PickedBar({ rows, pickable, actions, refusal, onAct, onSelectAll, onClear }: Props) {
  const all = rows.length < pickable.most ? pickAllWords(pickable) : null
  return (
    <div
      role="toolbar"
      data-selection-bar=""
      aria-label="Selected interviews"
      className="fixed inset-x-2 bottom-16 z-20 mx-auto flex h-11 w-fit max-w-[calc(100vw-1rem)] items-center gap-2 rounded-md bg-raised px-2 text-sm shadow-float lg:bottom-4 pointer-coarse:h-14"
    >
      {refusal !== null && (
        <p
          role="alert"
          className="absolute bottom-full left-1/2 mb-2 w-max max-w-full -translate-x-1/2 rounded-md bg-raised px-3 py-2 shadow-float"
        >
          {refusal}
        </p>
      )}
      <span role="status" className="pl-1 whitespace-nowrap numeric">
        {pickedWords(rows.length, pickable)}
      </span>
      {all !== null && (
        <Button look="quiet" size="small" className="max-sm:hidden" onClick={onSelectAll}>
          {all}
        </Button>
      )}
      <StatusAction rows={rows} onDone={onClear} />
      <SelectionActions
        actions={actions}
        also={all === null ? [] : [{ key: 'all', label: all, run: onSelectAll }]}
        onAct={onAct}
      />
      <Button look="quiet" size="small" onClick={onClear}>
        <X size={16} className="sm:hidden" />
        <span className="max-sm:sr-only">Clear</span>
        <kbd className="font-sans text-2xs text-muted max-sm:hidden pointer-coarse:hidden">Esc</kbd>
      </Button>
    </div>
  )
}
