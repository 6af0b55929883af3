import { useState, type FormEvent } from 'react'
import type { InterviewFilter } from '@/lib/interviews/list/filter'
import { Button } from '../../ui/button'
import { FILTER_LABELS, unitOf, type RangeName } from './range-filters'
import { readTexts, textsOf } from './range-input'

type Props = { name: RangeName; filter: InterviewFilter; onApply: (change: Partial<InterviewFilter>) => void }

const UNITS = {
  score: { hint: 'From 0 to 5. A missing or hidden score never matches.', placeholders: ['0', '5'] },
  seconds: { hint: 'Minutes and seconds, such as 5:30.', placeholders: ['0:00', 'any'] },
  day: { hint: 'Days in UTC, both included.', placeholders: ['', ''] },
}

/** Two fields, either of which may stay empty; Enter applies. */
export function RangeForm({ name, filter, onApply }: Props) {
  const [texts, setTexts] = useState(() => textsOf(name, filter))
  const [mistake, setMistake] = useState<string | null>(null)
  const unit = unitOf(name)
  const apply = (event: FormEvent) => {
    event.preventDefault()
    const read = readTexts(name, texts)
    if ('mistake' in read) setMistake(read.mistake)
    else onApply({ [name]: read.range })
  }

  return (
    <form onSubmit={apply} noValidate className="w-56">
      <fieldset>
        <legend className="mb-2 text-sm font-medium">{FILTER_LABELS[name]}</legend>
        <div className="grid grid-cols-2 gap-2">
          {(['from', 'to'] as const).map((end, index) => (
            <label key={end} className="text-2xs font-medium text-muted">
              {end === 'from' ? 'From' : 'To'}
              <input
                type={unit === 'day' ? 'date' : 'text'}
                inputMode={unit === 'score' ? 'decimal' : undefined}
                value={texts[end]}
                placeholder={UNITS[unit].placeholders[index]}
                aria-invalid={mistake ? true : undefined}
                aria-describedby="range-note"
                onChange={(event) => setTexts({ ...texts, [end]: event.target.value })}
                className="mt-1 h-8 w-full rounded-md border border-edge bg-canvas px-2 text-sm text-ink numeric placeholder:text-faint focus-visible:outline-offset-0 aria-invalid:border-bad max-lg:h-10"
              />
            </label>
          ))}
        </div>
      </fieldset>
      <p id="range-note" role="status" className={`mt-2 text-xs ${mistake ? 'text-bad' : 'text-muted'}`}>
        {mistake ?? UNITS[unit].hint}
      </p>
      <Button type="submit" size="small" className="mt-3 w-full">
        Apply
      </Button>
    </form>
  )
}
