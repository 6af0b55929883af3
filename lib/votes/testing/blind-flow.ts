import { beforeEach } from 'vitest'
import type { May, Viewer } from '../../auth/viewer'
import { givenViewer, whoMay } from '../../db/testing/fixtures'
import { givenFlow, givenInterview, type GivenInterview } from '../../db/testing/interview'
import { setBlindness } from '../../flows/commands'

export const BLIND = { colleagues: true, assessment: true }
export const HIDDEN = { is: 'hidden', until: 'my_vote' }

export let interview: GivenInterview
export let flowId: string
/** A recruiter. */
export let mara: May<'interview.reveal'>
/** A reviewer. */
export let aiko: Viewer

/** Before each test of the file there is an interview of a flow that hides everything until one has voted. */
export function withBlindFlow() {
  beforeEach(async () => {
    flowId = (await givenFlow()).id
    mara = whoMay(await givenViewer({ role: 'recruiter' }), 'interview.reveal')
    aiko = await givenViewer({ role: 'reviewer' })
    await setBlindness(mara, flowId, BLIND)
    interview = await givenInterview({ flowId })
  })
}
