import { useEffect, useLayoutEffect } from 'react'
import useSWR, { useSWRConfig } from 'swr'
import { hasWords } from '@/lib/compare/answer-state'
import type { AnswersInSight, ComparedQuestions, Names } from '@/lib/compare/compared'
import type { Matrix } from '@/lib/compare/matrix'
import { fetchJson } from '../fetch-json'
import { usePageLoaded } from '../page-loaded'
import { swrKeys } from '../swr-keys'

/** What the server drew. */
export type Drawn = { answers: AnswersInSight | null; matrix: Matrix | null }

/** Nothing of it comes by itself: who rates is not to lose the answer that they are at. */
const AS_ASKED = { revalidateOnFocus: false, revalidateOnReconnect: false }

/** What the server drew becomes what SWR keeps: what is rated is written into that, and whoever changes the view finds it there. */
export function useKeepDrawn(flowId: string, { answers, matrix }: Drawn) {
  const { mutate } = useSWRConfig()
  // Before anything is asked for: SWR drops the answer to what was asked before a change.
  useLayoutEffect(() => {
    if (matrix) void mutate(swrKeys.matrix(flowId), matrix, { revalidate: false })
  }, [flowId, matrix, mutate])
  useLayoutEffect(() => {
    if (!answers) return
    // What is said out of sight is not lost by less of it: that is asked for anew.
    const keep = (held?: AnswersInSight) => (held && isWhole(held) && !isWhole(answers) ? held : answers)
    const key = swrKeys.answers(flowId, answers.question.key)
    void mutate<AnswersInSight>(key, keep, { revalidate: (kept) => kept !== answers })
  }, [flowId, answers, mutate])
}

/** `rendered` is what the server drew. */
export function useComparedQuestions(flowId: string, rendered: ComparedQuestions) {
  const { data, mutate } = useSWR<ComparedQuestions, Error>(swrKeys.questions(flowId), fetchJson, {
    ...AS_ASKED,
    fallbackData: rendered,
    revalidateOnMount: false,
  })
  return { questions: data ?? rendered, reload: mutate }
}

/** `rendered` is what the server drew, good for its own question only; what was said out of sight comes once the page has loaded. */
export function useComparedAnswers(flowId: string, key: string, rendered: AnswersInSight | null) {
  const fallbackData = rendered?.question.key === key ? rendered : undefined
  const { data, error, isValidating, mutate } = useSWR<AnswersInSight, Error>(swrKeys.answers(flowId, key), fetchJson, {
    ...AS_ASKED,
    ...(fallbackData && { fallbackData, revalidateOnMount: false }),
  })
  const isPageLoaded = usePageLoaded()
  const lacksWords = data !== undefined && !isWhole(data) && isPageLoaded && !isValidating && !error
  useEffect(() => {
    if (lacksWords) void mutate()
  }, [lacksWords, mutate])
  return { answers: data ?? null, error, reload: mutate }
}

/** `rendered` is what the server drew; whoever comes back to the matrix is told its news. */
export function useComparedMatrix(flowId: string, rendered: Matrix | null) {
  const key = swrKeys.matrix(flowId)
  const isFirst = useSWRConfig().cache.get(key)?.data === undefined
  const { data, error, mutate } = useSWR<Matrix, Error>(key, fetchJson, {
    revalidateOnFocus: false,
    ...(rendered && { fallbackData: rendered }),
    ...(rendered && isFirst && { revalidateOnMount: false }),
  })
  return { matrix: data ?? null, error, reload: mutate }
}

/** With the last rating names come, or go with one that is taken back: what was told before, by `told`, is asked for anew. */
export function useNamesThatCome(names: Names, told: Names | undefined, reload: () => Promise<unknown>) {
  useEffect(() => {
    if (told && told.areHidden !== names.areHidden) void reload()
  }, [told, names.areHidden, reload])
}

function isWhole({ answers }: AnswersInSight): boolean {
  return answers.every(hasWords)
}
