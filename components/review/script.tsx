import { MOST_QUESTIONS } from '@/lib/transcript/answers'

/** What a candidate who has not been interviewed yet will be asked. */
export function Script({ questions }: { questions: string[] }) {
  if (questions.length === 0) return null
  return (
    <section className="px-4 py-5 lg:px-6">
      <h2 className="mb-2 text-2xs font-medium text-muted">The script</h2>
      <ol className="max-w-[68ch]">
        {questions.slice(0, MOST_QUESTIONS).map((question, index) => (
          <li key={index} className="flex gap-3 border-b border-line py-2.5 last:border-0">
            <span className="w-4 shrink-0 text-faint numeric">{index + 1}</span>
            <bdi>{question}</bdi>
          </li>
        ))}
      </ol>
      {questions.length > MOST_QUESTIONS && (
        <p className="mt-3 text-muted">
          The script has {questions.length.toLocaleString('en')} questions; the first {MOST_QUESTIONS} are shown.
        </p>
      )}
    </section>
  )
}
