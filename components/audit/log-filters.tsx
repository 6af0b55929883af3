import { ChevronDown } from '../ui/icons'
import type { ReactNode } from 'react'
import type { LogFilter } from '@/lib/audit/log/log-search'
import { memberLabel, type Author } from '@/lib/members/member'
import { FilterChip } from '../candidates/filters/filter-chip'
import { Button, buttonClass } from '../ui/button'
import { Menu } from '../ui/menu/menu'
import { EVENT_KINDS } from './event-kinds'
import type { Narrow } from './use-log-filter'

type Props = {
  filter: LogFilter
  actors: Author[]
  /** What the candidate is called whom the log is narrowed to. */
  candidate: string | null
  narrow: Narrow
  /** What else can be done with what is listed. */
  children: ReactNode
}

export function LogFilters({ filter, actors, candidate, narrow, children }: Props) {
  const { member, interview, codes } = filter
  const chosen = EVENT_KINDS.filter((kind) => kind.codes.every((code) => codes.includes(code)))
  const isNarrowed = member !== null || interview !== null || codes.length > 0
  const without = (kind: (typeof EVENT_KINDS)[number]) => codes.filter((code) => !kind.codes.includes(code))
  return (
    <div
      role="group"
      aria-label="Filters"
      className="flex flex-wrap items-center gap-1 border-b border-line px-2 pb-2 lg:px-4"
    >
      <Menu
        kind="one"
        className={buttonClass('quiet', 'small')}
        choices={actors.map((actor) => ({
          key: actor.id,
          label: memberLabel(actor),
          isChosen: actor.id === member,
          choose: () => narrow({ member: actor.id }),
        }))}
      >
        Member <ChevronDown size={13} />
      </Menu>
      <Menu
        kind="many"
        className={buttonClass('quiet', 'small')}
        choices={EVENT_KINDS.map((kind) => ({
          key: kind.key,
          label: kind.label,
          isChosen: chosen.includes(kind),
          choose: () => narrow({ codes: chosen.includes(kind) ? without(kind) : [...codes, ...kind.codes] }),
        }))}
      >
        What happened <ChevronDown size={13} />
      </Menu>
      {member !== null && <FilterChip label={labelIn(actors, member)} onRemove={() => narrow({ member: null })} />}
      {interview !== null && <FilterChip label={candidate ?? interview} onRemove={() => narrow({ interview: null })} />}
      {chosen.map((kind) => (
        <FilterChip key={kind.key} label={kind.label} onRemove={() => narrow({ codes: without(kind) })} />
      ))}
      {codes.length > 0 && chosen.length === 0 && (
        <FilterChip label={codes.join(', ')} onRemove={() => narrow({ codes: [] })} />
      )}
      <span className="ml-auto flex gap-1">
        {isNarrowed && (
          <Button look="quiet" size="small" onClick={() => narrow({ member: null, interview: null, codes: [] })}>
            Clear filters
          </Button>
        )}
        {children}
      </span>
    </div>
  )
}

function labelIn(actors: Author[], id: string): string {
  const actor = actors.find((one) => one.id === id)
  return actor ? memberLabel(actor) : 'A former member'
}
