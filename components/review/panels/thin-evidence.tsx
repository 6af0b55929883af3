import { TriangleAlert } from '../../ui/icons'
import type { Evidence } from '@/lib/assessment/evidence'
import { howMany } from '../../how-many'

const MINUTE = 60

/** Said before any score is shown. */
export function ThinEvidence({ evidence }: { evidence: Evidence }) {
  return (
    <p className="mb-4 flex gap-2 rounded-md bg-warn-soft px-3 py-2">
      <TriangleAlert size={15} className="mt-0.5 shrink-0 text-warn" />
      <span>These scores rest on {restsOn(evidence)}.</span>
    </p>
  )
}

type RestsOn = Pick<Evidence, 'seconds' | 'answered' | 'asked' | 'questions'>

export function restsOn({ seconds, answered, asked, questions }: RestsOn): string {
  const speech = seconds === null ? 'no timed speech' : `${spoken(seconds)} of speech`
  return asked > 0 && answered < questions / 2
    ? `${speech} and ${answered} of ${howMany(questions, 'question')}`
    : speech
}

/** Whole seconds, as `formatDuration` has them. */
function spoken(seconds: number): string {
  const whole = Math.floor(seconds)
  const [minutes, rest] = [Math.floor(whole / MINUTE), whole % MINUTE]
  if (minutes === 0) return `${rest} s`
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`
}
