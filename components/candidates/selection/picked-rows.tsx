import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Role } from '@/lib/auth/permissions'
import { sideBySideHref } from '@/lib/compare/link'
import type { InterviewRow } from '@/lib/interviews/interview'
import { useFocusTaker, useOpened } from '../../ui/use-loaded'
import { flowOf } from './flow-of'
import type { Pickable } from './pick-words'
import { pickedActions, type PickedAction } from './picked-actions'
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

export const loadBar = () => import('./picked-bar').then(({ PickedBar }) => PickedBar)
const loadAssign = () => import('./assign-picked').then(({ AssignPicked }) => AssignPicked)
const loadExport = () => import('../../exports/export-dialog').then(({ ExportDialog }) => ExportDialog)

/** What can be done with the rows that are ticked: its keys are heard here, since the script of the bar may be on its way yet. */
export function PickedRows({ rows, search, role, pickable, onSelectAll, onClear }: Props) {
  const router = useRouter()
  const [PickedBar] = useOpened(loadBar, true, onClear)
  const [open, setOpen] = useState<PickedAction['key'] | null>(null)
  /** Said of these rows, and of no others. */
  const [refused, setRefused] = useState<{ sentence: string; rows: string } | null>(null)
  const close = () => setOpen(null)
  const [AssignPicked] = useFocusTaker(loadAssign, open === 'assign', close)
  const [ExportDialog] = useFocusTaker(loadExport, open === 'export', close)
  const ids = rows.map(({ id }) => id)
  const actions = pickedActions(rows, role)
  const act = ({ key, blocked }: PickedAction) => {
    setRefused(blocked === null ? null : { sentence: blocked, rows: ids.join() })
    if (blocked !== null) return
    if (key === 'compare') router.push(sideBySideHref(flowOf(rows) ?? '', ids))
    else setOpen(key)
  }
  usePickedCommands(actions, act)
  return (
    <>
      {PickedBar && (
        <PickedBar
          rows={rows}
          pickable={pickable}
          actions={actions}
          refusal={refused?.rows === ids.join() ? refused.sentence : null}
          onAct={act}
          onSelectAll={onSelectAll}
          onClear={onClear}
        />
      )}
      {AssignPicked && open === 'assign' && <AssignPicked interviewIds={ids} onClose={close} />}
      {ExportDialog && open === 'export' && (
        <ExportDialog search={search} total={rows.length} chosen={ids} onClose={close} />
      )}
    </>
  )
}
