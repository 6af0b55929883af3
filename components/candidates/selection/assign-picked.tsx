import useSWR from 'swr'
import type { Assignable, Assigned } from '@/lib/assignments/assignment'
import { howMany } from '../../how-many'
import { AssignDialog } from '../../assignments/assign-dialog'
import { fetchJson } from '../../fetch-json'
import { swrKeys } from '../../swr-keys'
import { assignableWords } from './assignable-words'

type Props = { interviewIds: string[]; onClose: () => void }

/** Each of the ticked interviews to each of the members who are chosen. */
export function AssignPicked({ interviewIds, onClose }: Props) {
  const { data, error, mutate } = useSWR<Assignable, Error>(swrKeys.chosenAssignments(interviewIds), () =>
    post('/api/assignments/chosen', { interviewIds }),
  )
  const { length } = interviewIds
  return (
    <AssignDialog
      title={`Assign ${howMany(length, 'interview')}`}
      intro={data ? assignableWords(data, length) : 'Looking who is here…'}
      assignable={data}
      failure={error?.message}
      assign={(chosen) => post<Assigned>('/api/assignments', { interviewIds, ...chosen })}
      unfilledBecause="not taken yet, invalid, or not seen by whom you chose"
      refresh={() => mutate()}
      onClose={onClose}
    />
  )
}

function post<T>(url: string, body: unknown): Promise<T> {
  return fetchJson<T>(url, { method: 'POST', body: JSON.stringify(body) })
}
