import type { InterviewFilter } from '@/lib/interviews/list/filter'
import { Button } from '../../ui/button'
import { ChoiceCount } from './choice-count'
import { FILTER_LABELS, isYesNo, YES_NO_WORDS, type EditedName } from './range-filters'
import { RangeForm } from './range-form'

type Props = { name: EditedName; filter: InterviewFilter; onApply: (change: Partial<InterviewFilter>) => void }

/** Sets one filter. */
export function FilterEditor({ name, filter, onApply }: Props) {
  if (!isYesNo(name)) return <RangeForm name={name} filter={filter} onApply={onApply} />
  return (
    <div className="grid w-44 gap-1">
      <p className="mb-1 px-2 text-sm font-medium">{FILTER_LABELS[name]}</p>
      {(['yes', 'no'] as const).map((value) => {
        const wanted = value === 'yes'
        return (
          <Button
            key={value}
            look={filter[name] === wanted ? 'secondary' : 'quiet'}
            size="small"
            aria-pressed={filter[name] === wanted}
            onClick={() => onApply({ [name]: wanted })}
            className="justify-start"
          >
            {YES_NO_WORDS[name][value].choice}
            <span className="ml-auto font-normal text-muted">
              <ChoiceCount by={name} value={value} filter={filter} />
            </span>
          </Button>
        )
      })}
    </div>
  )
}
