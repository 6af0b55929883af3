import type { InterviewFilter } from '@/lib/interviews/list/filter'
import { Button } from '../../ui/button'
import { isYesNo, type EditedName } from './range-filters'
import { RangeForm } from './range-form'

type Props = { name: EditedName; filter: InterviewFilter; onApply: (change: Partial<InterviewFilter>) => void }

/** Sets one filter. */
export function FilterEditor({ name, filter, onApply }: Props) {
  if (!isYesNo(name)) return <RangeForm name={name} filter={filter} onApply={onApply} />
  return (
    <div className="grid w-44 gap-1">
      {[true, false].map((wanted) => (
        <Button
          key={String(wanted)}
          look={filter[name] === wanted ? 'secondary' : 'quiet'}
          size="small"
          aria-pressed={filter[name] === wanted}
          onClick={() => onApply({ [name]: wanted })}
          className="justify-start"
        >
          {wanted ? 'With' : 'Without'} {name}
        </Button>
      ))}
    </div>
  )
}
