import type { LockedInterview } from '../../interviews/lock'
import type { RibbonInterview } from '../../ribbon/interview'

export type Belonging = Pick<LockedInterview, 'flowId' | 'teamId' | 'followsFlow'>

type Known = {
  stored: Belonging | undefined
  /** The flows that are known, by id, with the team of each. */
  teams: Map<string, string | null>
  /** The reply has lost something: perhaps its flow as well. */
  isPartial: boolean
}

/**
 * Where an interview belongs by the newest reply. Older versions of Ribbon's reply name no team: it is the flow's, also after
 * the flow has moved, or else the one that is known.
 */
export function belongingOf(
  { flowId, teamId }: Pick<RibbonInterview, 'flowId' | 'teamId'>,
  { stored, teams, isPartial }: Known,
): Belonging {
  if (isPartial && stored && flowId === null)
    return teamId === null ? stored : { flowId: stored.flowId, teamId, followsFlow: false }

  const ofFlow = flowId === null ? null : (teams.get(flowId) ?? null)
  return { flowId, teamId: teamId ?? ofFlow ?? stored?.teamId ?? null, followsFlow: teamId === null }
}
