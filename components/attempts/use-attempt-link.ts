import { useRouter } from 'next/navigation'
import { interviewUrl } from '@/lib/interviews/interview-url'
import { fetchJson } from '../fetch-json'
import { useSending } from '../use-sending'

/** Links this interview with another one, or takes it apart, and has the page say so; resolves to whether it could. */
export function useAttemptLink(interviewId: string) {
  const router = useRouter()
  const { isSending, failure, send } = useSending()
  const change = (init: RequestInit) =>
    send(async () => {
      await fetchJson(interviewUrl(interviewId, 'attempt-link'), init)
      router.refresh()
    })
  const headers = { 'content-type': 'application/json' }
  return {
    isSending,
    failure,
    link: (other: string) => change({ method: 'PUT', headers, body: JSON.stringify({ other }) }),
    unlink: () => change({ method: 'DELETE' }),
  }
}
