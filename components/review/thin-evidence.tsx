import { TriangleAlert } from 'lucide-react'
import type { Evidence } from '@/lib/interviews/evidence'

const MINUTE = 60

/** Said before any score is shown. */
export function ThinEvidence({ evidence }: { evidence: Evidence }) {
  return (
    <p className="mb-4 flex gap-2 rounded-md bg-warn-soft px-3 py-2">
      <TriangleAlert size={15} aria-hidden="true" className="mt-0.5 shrink-0 text-warn" />
      <span>These scores rest on {restsOn(evidence)}.</span>
    </p>
  )
}

function restsOn({ seconds, answered, asked, questions }: Evidence): string {
  const speech = seconds === null ? 'no timed speech' : `${spoken(seconds)} of speech`
  return asked > 0 && answered < questions / 2 ? `${speech} and ${answered} of ${questions} questions` : speech
}

function spoken(seconds: number): string {
  if (seconds < MINUTE) return `${Math.round(seconds)} s`
  return `${Math.floor(seconds / MINUTE)} min ${Math.round(seconds % MINUTE)} s`
}
