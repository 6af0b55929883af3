import type { InterviewFilter } from '@/lib/interviews/list/filter'
import { exactDay } from '../../exact-time'
import { useInBrowser } from '../../in-browser'
import type { FilterChoice } from './choices'
import { EditedFilter } from './edited-filter'
import { CHIP_TEXT, EditableChip, FilterChip } from './filter-chip'
import { describeFilter, EDITED_FILTERS } from './range-filters'

type Props = { filter: InterviewFilter; choices: FilterChoice[]; onChange: (change: Partial<InterviewFilter>) => void }

/** All that narrows the list, besides what is searched for. */
export function FilterChips({ filter, choices, onChange }: Props) {
  const sayDay = useInBrowser(localDays, asTyped)
  return (
    <>
      {filter.id.length > 0 && (
        <FilterChip label={`${filter.id.length} picked`} onRemove={() => onChange({ id: [] })} />
      )}
      {choices.flatMap(({ name, options, selected, choose }) =>
        selected.map((value) => (
          <FilterChip
            key={`${name} ${value}`}
            label={options.find((option) => option.value === value)?.label ?? value}
            onRemove={() => onChange(choose(selected.filter((one) => one !== value)))}
          />
        )),
      )}
      {EDITED_FILTERS.map((name) => {
        const label = describeFilter(name, filter, sayDay)
        if (label === null) return null
        const edit = (
          <EditedFilter
            name={name}
            filter={filter}
            onChange={onChange}
            className={CHIP_TEXT}
            label={`Change the filter ${label}`}
          >
            {label}
          </EditedFilter>
        )
        return <EditableChip key={name} label={label} edit={edit} onRemove={() => onChange({ [name]: null })} />
      })}
    </>
  )
}

const localDays = () => exactDay
const asTyped = (day: string) => day
