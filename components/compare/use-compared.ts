import { useEffect } from 'react'
import useSWR from 'swr'
import type { AnswersToQuestion, ComparedQuestions } from '@/lib/compare/compared'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'

/** Nothing of it comes by itself: who rates is not to lose the answer that they are at. */
const AS_ASKED = { revalidateOnFocus: false, revalidateOnReconnect: false }

/** `rendered` is what the server drew. */
export function useComparedQuestions(flowId: string, rendered: ComparedQuestions) {
  const { data, mutate } = useSWR<ComparedQuestions, Error>(swrKeys.questions(flowId), fetchJson, {
    ...AS_ASKED,
    fallbackData: rendered,
    revalidateOnMount: false,
  })
  return { questions: data ?? rendered, reload: mutate }
}

/** `rendered` is what the server drew, good for its own question only. */
export function useComparedAnswers(flowId: string, key: string, rendered: AnswersToQuestion | null) {
  const fallbackData = rendered?.question.key === key ? rendered : undefined
  const { data, error, mutate } = useSWR<AnswersToQuestion, Error>(swrKeys.answers(flowId, key), fetchJson, {
    ...AS_ASKED,
    ...(fallbackData && { fallbackData, revalidateOnMount: false }),
  })
  useEffect(() => {
    // What is rated is written into what SWR keeps, which a fallback is not.
    if (fallbackData) void mutate(fallbackData, { revalidate: false })
  }, [fallbackData, mutate])
  return { answers: data ?? null, error, reload: mutate }
}
