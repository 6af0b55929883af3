import { useState, useTransition } from 'react'
import useSWR, { mutate } from 'swr'
import type { AsksOfInterview } from '@/lib/assignments/assignment'
import { memberLabel, memberTitle } from '@/lib/members/member'
import { exactDay } from '../exact-time'
import { fetchJson, RequestFailed } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Modal } from '../ui/modal'
import { Select } from '../ui/select'
import { TEXT, useFormDraft } from '../use-form-draft'

type Props = { interviewId: string; onClose: () => void }

/** Whom to ask, by when, in which words; and whom one has asked already. */
export function AskDialog({ interviewId, onClose }: Props) {
  const key = swrKeys.asks(interviewId)
  const { data, error } = useSWR<AsksOfInterview, Error>(key, fetchJson)
  const [chosen, setChosen] = useState('')
  const { draft: message, write: setMessage } = useFormDraft(`ask ${interviewId}`, '', TEXT)
  const [dueOn, setDueOn] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, start] = useTransition()
  const act = (work: () => Promise<unknown>) =>
    start(async () => {
      try {
        await work()
        setProblem(null)
      } catch (failure) {
        if (!(failure instanceof RequestFailed)) throw failure
        setProblem(failure.message)
      }
      await Promise.all([mutate(key), mutate(swrKeys.queue)])
    })
  const ask = () =>
    act(async () => {
      const body = JSON.stringify({ memberId: chosen, message: message || null, dueOn: dueOn || null })
      await fetchJson(key, { method: 'POST', body })
      setChosen('')
      setMessage('')
    })
  const takeBack = (id: string) =>
    act(() =>
      fetchJson('/api/assignments/withdrawn', { method: 'POST', body: JSON.stringify({ assignmentIds: [id] }) }),
    )

  const askable = (data?.askable ?? []).map((member) => ({ key: member.id, label: memberLabel(member) }))
  return (
    <Modal
      title="Ask a colleague"
      titleClass="font-semibold"
      className="top-1/2 w-[min(26rem,calc(100vw-2rem))] -translate-1/2 p-5"
      onClose={onClose}
    >
      <p className="mt-1 mb-4 text-muted">
        It then waits in their queue, with your words. They read these before they vote: leave out what you think.
      </p>
      <div className="space-y-3">
        <Select
          label="Who"
          value={chosen}
          choices={[
            { key: '', label: data ? 'Choose a member who sees this interview' : 'Looking who is here…' },
            ...askable,
          ]}
          onChange={setChosen}
        />
        <Field
          label="Message (optional)"
          value={message}
          maxLength={280}
          placeholder="please look by Friday"
          dir="auto"
          onChange={({ target }) => setMessage(target.value)}
        />
        <Field label="Due (optional)" type="date" value={dueOn} onChange={({ target }) => setDueOn(target.value)} />
      </div>
      <p role="status" className="mt-2 min-h-5 text-xs text-bad">
        {problem ?? error?.message}
      </p>
      {data && data.asked.length > 0 && (
        <ul aria-label="Asked" className="mb-3">
          {data.asked.map(({ id, member, dueOn: by }) => (
            <li key={id} className="flex min-h-9 items-center gap-2 text-xs">
              <span className="min-w-0 truncate">
                Asked <bdi title={memberTitle(member)}>{memberLabel(member)}</bdi>
                {by && `, due ${exactDay(by)}`}
              </span>
              <Button
                look="quiet"
                size="small"
                className="ml-auto text-xs"
                disabled={isBusy}
                onClick={() => takeBack(id)}
              >
                Take back
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Close
        </Button>
        <Button look="primary" disabled={chosen === '' || isBusy} onClick={ask}>
          Ask
        </Button>
      </div>
    </Modal>
  )
}
