import { useState } from 'react'
import useSWR from 'swr'
import type { Assignable, Assigned } from '@/lib/assignments/assignment'
import { AssignDialog } from '../assignments/assign-dialog'
import { flowLabel } from '../candidates/identity/candidate-label'
import { fetchJson } from '../fetch-json'
import { howMany } from '../how-many'
import { swrKeys } from '../swr-keys'
import { Select } from '../ui/select'

type Props = { flow: { id: string; title: string | null }; onClose: () => void }

const EACH = ['1', '2', '3', '4', '5'] as const

/** Who judges a flow: evenly, one member each or several. */
export function AssignFlowDialog({ flow, onClose }: Props) {
  const { data, error, mutate } = useSWR<Assignable, Error>(swrKeys.assignments(flow.id), fetchJson)
  const [each, setEach] = useState<(typeof EACH)[number]>('1')
  return (
    <AssignDialog
      title={`Assign ${flowLabel(flow)}`}
      intro={data ? unassignedWords(data) : 'Looking who is here…'}
      assignable={data}
      failure={error?.message}
      assign={(chosen) => {
        const body = JSON.stringify({ flowId: flow.id, votesEach: Number(each), ...chosen })
        return fetchJson<Assigned>('/api/assignments', { method: 'POST', body })
      }}
      unfilledBecause="nobody else who is chosen sees them"
      refresh={() => mutate()}
      onClose={onClose}
    >
      <Select
        label="Votes each interview gets"
        value={each}
        choices={EACH.map((key) => ({ key, label: key === '1' ? '1, shared out evenly' : key }))}
        onChange={setEach}
      />
    </AssignDialog>
  )
}

export function unassignedWords({ interviews, unassigned }: Pick<Assignable, 'interviews' | 'unassigned'>): string {
  if (interviews === 1) return `1 interview, ${unassigned === 1 ? 'not assigned to anybody' : 'assigned already'}.`
  return `${howMany(interviews, 'interview')}, ${unassigned} of them not assigned to anybody.`
}
