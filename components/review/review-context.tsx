'use client'

import { createContext, useContext, type ReactNode } from 'react'
import type { Correction } from '@/lib/corrections/correction'
import type { Answer } from '@/lib/transcript/answers'
import type { SegmentTime } from '../transcript/segment-time'

/** What every part of the review room knows of its interview. */
export type Review = {
  interviewId: string
  /** Another one once Ribbon says something else. */
  version: string
  /** How the candidate is called beside their words. */
  candidate: string
  times: SegmentTime[]
  answers: Answer[]
  corrections: Correction[]
  playable: boolean
}

const ReviewContext = createContext<Review | null>(null)

type Props = Review & { children: ReactNode }

export function ReviewProvider({ children, ...review }: Props) {
  return <ReviewContext value={review}>{children}</ReviewContext>
}

export function useReview(): Review {
  const review = useContext(ReviewContext)
  if (!review) throw new Error('useReview needs a ReviewProvider above it')
  return review
}
