'use client'

import { useMemo } from 'react'
import { answersHeard } from '@/lib/listening/answers-heard'
import { speechSpans } from '@/lib/transcript/speech'
import { useCandidateSpeech } from '../../transcript/use-candidate-speech'
import { useTranscript } from '../../transcript/transcript-context'
import { useAnswers } from '../answers-context'
import { useHeard } from './heard-context'

/** How many answers this member has heard before they vote; nothing where none can be heard. */
export function AnswersHeard() {
  const { playable } = useTranscript()
  const answers = useAnswers()
  const said = useCandidateSpeech()
  const { heard } = useHeard()
  const count = useMemo(() => answersHeard(answers, speechSpans(said), heard), [answers, said, heard])
  if (!playable || count.of === 0) return null
  return (
    <span
      className="numeric"
      title="Of an answer that counts you have heard more than half of what the candidate says. Nobody else sees this."
    >
      {count.heard} of {count.of} answers heard
    </span>
  )
}
