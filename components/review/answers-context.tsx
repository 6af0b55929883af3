'use client'

import { createContext, useContext, type ReactNode } from 'react'
import type { Answer } from '@/lib/transcript/answers'

const AnswersContext = createContext<Answer[] | null>(null)

/** What was asked, and where each answer is. */
export function AnswersProvider({ answers, children }: { answers: Answer[]; children: ReactNode }) {
  return <AnswersContext value={answers}>{children}</AnswersContext>
}

export function useAnswers(): Answer[] {
  const answers = useContext(AnswersContext)
  if (!answers) throw new Error('useAnswers needs an AnswersProvider above it')
  return answers
}
