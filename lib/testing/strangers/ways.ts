// How somebody comes to see an interview, loses that and has it again.
import { NO_SCOPE, type NamedScope } from '../../auth/member-scope'
import { operator } from '../../auth/operator'
import type { Viewer } from '../../auth/viewer'
import { db } from '../../db/client'
import { sessions } from '../../db/schema/members'
import { again, givenViewer } from '../../db/testing/fixtures'
import { arrives } from '../../db/testing/interview'
import { changeMember } from '../../members/commands'
import type { Rights } from '../../members/rights'
import { TEAM, type Scene } from './scene'

type Places = { flowId: string; interviewId: string }
/** They return the member as their next request is asked. */
export type Way = {
  /** Or the interview alone, and not its team or its flow. */
  losesAll: boolean
  given: (places: Places) => Promise<Viewer>
  lose: (scene: Scene) => Promise<Viewer>
  regain: (scene: Scene) => Promise<Viewer>
}

const ofScope = (named: (places: Places) => Partial<NamedScope>): Way => ({
  losesAll: true,
  given: (places) => givenViewer({ ...NO_SCOPE, ...named(places) }),
  lose: (scene) => change(scene, { scope: NO_SCOPE }),
  regain: (scene) =>
    change(scene, { scope: { ...NO_SCOPE, ...named({ flowId: scene.flowId, interviewId: scene.interview.id }) } }),
})

export const WAYS: Record<string, Way> = {
  'whose team is taken from them': ofScope(() => ({ teams: [TEAM] })),
  'whose flow is taken from them': ofScope(({ flowId }) => ({ flows: [flowId] })),
  'from whom it alone is taken': ofScope(({ interviewId }) => ({ interviews: [interviewId] })),
  'who is no admin any more': {
    losesAll: true,
    given: async () => {
      // The last admin stays one.
      await givenViewer({ role: 'admin' })
      return givenViewer({ role: 'admin', teams: [] })
    },
    lose: (scene) => change(scene, { role: 'reviewer' }),
    regain: (scene) => change(scene, { role: 'admin' }),
  },
  'from whose team it moves': {
    ...ofScope(() => ({ teams: [TEAM] })),
    losesAll: false,
    lose: async ({ interview, viewer }) => {
      await arrives({ ...interview, teamId: 'elsewhere' })
      return again(viewer)
    },
    regain: async ({ interview, viewer }) => {
      await arrives(interview)
      return again(viewer)
    },
  },
  'from whose flow it moves': {
    ...ofScope(({ flowId }) => ({ flows: [flowId] })),
    losesAll: false,
    lose: async ({ interview, viewer }) => {
      await arrives({ ...interview, flowId: 'elsewhere' })
      return again(viewer)
    },
    regain: async ({ interview, viewer }) => {
      await arrives(interview)
      return again(viewer)
    },
  },
}

/** Another role signs them out, and they sign in again. */
async function change({ viewer }: Scene, rights: Rights): Promise<Viewer> {
  const { memberId } = viewer
  await changeMember(operator(), memberId, rights)
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
  const [session] = await db().insert(sessions).values({ memberId, expiresAt }).returning()
  return again({ ...viewer, sessionId: session?.id ?? '' })
}
