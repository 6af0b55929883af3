import useSWR from 'swr'
import type { InterviewValidity } from '@/lib/validity/validity'
import { interviewUrl } from '@/lib/interviews/interview-url'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { useSending } from '../use-sending'

type Change = { method: 'PUT' | 'DELETE'; below: string[]; body?: object }

/** What members hold against an interview, and how to change it; `problem` says why the last change failed. */
export function useValidity(interviewId: string) {
  const { data, mutate } = useSWR<InterviewValidity, Error>(swrKeys.validity(interviewId), fetchJson)
  const { failure: problem, send } = useSending()
  /** False where it failed. */
  const change = ({ method, below, body }: Change): Promise<boolean> =>
    send(async () => {
      const sent = body ? { method, body: JSON.stringify(body) } : { method }
      const validity = await fetchJson<InterviewValidity>(interviewUrl(interviewId, ...below), sent)
      await mutate(validity, { revalidate: false })
    })
  return { validity: data, problem, change }
}
