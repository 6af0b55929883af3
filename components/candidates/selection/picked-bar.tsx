import { X } from '../../ui/icons'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Role } from '@/lib/auth/permissions'
import { sideBySideHref } from '@/lib/compare/link'
import type { InterviewRow } from '@/lib/interviews/interview'
import { Button } from '../../ui/button'
import { useOpened } from '../../ui/use-loaded'
import { SelectionActions } from './actions'
import { flowOf } from './flow-of'
import { pickAllWords, pickedWords, type Pickable } from './pick-words'
import { pickedActions, type PickedAction } from './picked-actions'
import { StatusAction } from './status-action'
import { usePickedCommands } from './use-picked-commands'

type Props = {
  rows: InterviewRow[]
  /** The list's. */
  search: string
  role: Role
  pickable: Pickable
  onSelectAll: () => void
  onClear: () => void
}

const loadAssign = () => import('./assign-picked').then(({ AssignPicked }) => AssignPicked)
const loadExport = () => import('../../exports/export-dialog').then(({ ExportDialog }) => ExportDialog)

/** Floats over the list's end: how many are ticked, and what can be done with them. */
export function PickedBar({ rows, search, role, pickable, onSelectAll, onClear }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState<PickedAction['key'] | null>(null)
  /** Said of these rows, and of no others. */
  const [refused, setRefused] = useState<{ sentence: string; rows: string } | null>(null)
  const close = () => setOpen(null)
  const [AssignPicked] = useOpened(loadAssign, open === 'assign', close)
  const [ExportDialog] = useOpened(loadExport, open === 'export', close)
  const ids = rows.map(({ id }) => id)
  const actions = pickedActions(rows, role)
  const act = ({ key, blocked }: PickedAction) => {
    setRefused(blocked === null ? null : { sentence: blocked, rows: ids.join() })
    if (blocked !== null) return
    if (key === 'compare') router.push(sideBySideHref(flowOf(rows) ?? '', ids))
    else setOpen(key)
  }
  usePickedCommands(actions, act)
  const all = rows.length < pickable.most ? pickAllWords(pickable) : null
  return (
    <>
      <div
        role="toolbar"
        data-selection-bar=""
        aria-label="Selected interviews"
        className="fixed inset-x-2 bottom-16 z-20 mx-auto flex h-11 w-fit max-w-[calc(100vw-1rem)] items-center gap-2 rounded-md bg-raised px-2 text-sm shadow-float lg:bottom-4 pointer-coarse:h-14"
      >
        {refused?.rows === ids.join() && (
          <p
            role="alert"
            className="absolute bottom-full left-1/2 mb-2 w-max max-w-full -translate-x-1/2 rounded-md bg-raised px-3 py-2 shadow-float"
          >
            {refused.sentence}
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
          onAct={act}
        />
        <Button look="quiet" size="small" onClick={onClear}>
          <X size={16} className="sm:hidden" />
          <span className="max-sm:sr-only">Clear</span>
          <kbd className="font-sans text-2xs text-muted max-sm:hidden pointer-coarse:hidden">Esc</kbd>
        </Button>
      </div>
      {AssignPicked && open === 'assign' && <AssignPicked interviewIds={ids} onClose={close} />}
      {ExportDialog && open === 'export' && (
        <ExportDialog search={search} total={rows.length} chosen={ids} onClose={close} />
      )}
    </>
  )
}
