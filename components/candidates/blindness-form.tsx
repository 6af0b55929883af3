import { useId } from 'react'
import useSWR, { useSWRConfig } from 'swr'
import type { Blindness, BlindnessDraft } from '@/lib/flows/flow'
import { fetchJson } from '../fetch-json'
import { isNewsKey, swrKeys } from '../swr-keys'
import { useSending } from '../use-sending'

const SWITCHES: Record<keyof Blindness, { hides: string; why: string }> = {
  assessment: {
    hides: 'Hide Ribbon’s scores and summary until a member has voted',
    why: 'Their first judgement then rests on what the candidate said.',
  },
  colleagues: {
    hides: 'Hide what colleagues think until a member has voted',
    why: 'Votes, notes, mentions, ratings and reasons; one’s own are always shown.',
  },
}

/** Two switches, each set at once. */
export function BlindnessForm({ flowId }: { flowId: string }) {
  const id = useId()
  const { mutate } = useSWRConfig()
  const { data: blind, error, mutate: change } = useSWR<Blindness, Error>(swrKeys.blind(flowId), fetchJson<Blindness>)
  const { failure, send } = useSending()
  const set = (known: Blindness, wanted: BlindnessDraft) =>
    send(async () => {
      const sent = fetchJson<Blindness>(swrKeys.blind(flowId), { method: 'PUT', body: JSON.stringify(wanted) })
      await change(sent, { optimisticData: { ...known, ...wanted }, revalidate: false })
      await mutate(isNewsKey)
    })
  const said = failure ?? error?.message
  return (
    <div className="w-80 max-w-full space-y-3">
      {(['assessment', 'colleagues'] as const).map((name) => (
        <div key={name} className="flex items-start gap-2">
          <input
            id={`${id} ${name}`}
            type="checkbox"
            className="mt-1"
            disabled={!blind}
            checked={blind?.[name] ?? true}
            onChange={({ target }) => blind && void set(blind, { [name]: target.checked })}
          />
          <div>
            <label htmlFor={`${id} ${name}`} className="block font-medium pointer-coarse:py-2.5">
              {SWITCHES[name].hides}
            </label>
            <p className="text-xs text-muted">{SWITCHES[name].why}</p>
          </div>
        </div>
      ))}
      <p className="border-t border-line pt-2 text-xs text-muted">What a member was shown once stays shown to them.</p>
      {said && (
        <p role="alert" className="text-xs text-bad">
          {said}
        </p>
      )}
    </div>
  )
}
