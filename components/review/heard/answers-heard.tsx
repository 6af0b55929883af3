'use client'

import { useMemo } from 'react'
import { answersHeard } from '@/lib/listening/answers-heard'
import { useTranscript } from '../../transcript/transcript-context'
import { useAnswers } from '../answers-context'
import { useCandidateSpeech } from '../listening-context'
import { useHeard } from './heard-context'
import { howMany } from '../../how-many'

/** How many answers this member has heard before they vote; nothing where none can be heard. */
export function AnswersHeard() {
  const { playable } = useTranscript()
  const answers = useAnswers()
  const speech = useCandidateSpeech()
  const { heard } = useHeard()
  const count = useMemo(() => answersHeard(answers, speech, heard), [answers, speech, heard])
  if (!playable || count.of === 0) return null
  return (
    <span
      className="numeric"
      title="Of an answer that counts you have heard more than half of what the candidate says. Nobody else sees this."
    >
      {count.heard} of {howMany(count.of, 'answer')} heard
    </span>
  )
}
