import { useId, useState } from 'react'
import { NO_SCOPE, type NamedScope, type Scope } from '@/lib/auth/member-scope'
import type { NamedFlow } from '@/lib/flows/flow'
import type { Team } from '@/lib/teams/team'
import { PlaceChoice } from './place-choice'
import { InterviewChoice } from './interview-choice'

type Props = {
  scope: Scope
  teams: Team[]
  flows: NamedFlow[]
  /** Not where who chooses does not see everything themselves. */
  mayGiveEverything?: boolean
  onChange: (scope: Scope) => void
}

/** Everything, or teams, flows and single interviews; what was chosen is kept while one looks at the other. */
export function ScopeChoice({ scope, teams, flows, mayGiveEverything = true, onChange }: Props) {
  const [named, setNamed] = useState<NamedScope>(scope === 'all' ? NO_SCOPE : scope)
  const group = useId()
  const choose = (part: Partial<NamedScope>) => {
    const next = { ...named, ...part }
    setNamed(next)
    onChange(next)
  }
  const teamNames = new Map(teams.map(({ id, name }) => [id, name || id]))
  return (
    <>
      {mayGiveEverything && (
        <div role="radiogroup" aria-label="Sees">
          <Radio {...{ group }} label="Everything" checked={scope === 'all'} onChoose={() => onChange('all')} />
          <Radio
            {...{ group }}
            label="Only what is chosen here"
            checked={scope !== 'all'}
            onChoose={() => onChange(named)}
          />
        </div>
      )}
      {scope !== 'all' && (
        <div className={mayGiveEverything ? 'mt-2 space-y-4 border-t border-line pt-3' : 'space-y-4'}>
          <PlaceChoice
            legend="Teams"
            none="Ribbon lists no team."
            places={teams.map(({ id, name }) => ({ id, label: name || id, detail: null }))}
            chosen={named.teams}
            onChange={(chosen) => choose({ teams: chosen })}
          />
          <PlaceChoice
            legend="Flows"
            none="Ribbon lists no flow."
            places={flows.map(({ id, title, teamId }) => ({
              id,
              label: title || id,
              detail: teamId === null ? null : (teamNames.get(teamId) ?? null),
            }))}
            chosen={named.flows}
            onChange={(chosen) => choose({ flows: chosen })}
          />
          <InterviewChoice chosen={named.interviews} onChange={(chosen) => choose({ interviews: chosen })} />
        </div>
      )}
    </>
  )
}

type RadioProps = { group: string; label: string; checked: boolean; onChoose: () => void }

function Radio({ group, label, checked, onChoose }: RadioProps) {
  return (
    <label className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
      <input type="radio" name={group} checked={checked} onChange={onChoose} />
      {label}
    </label>
  )
}
