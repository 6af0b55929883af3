import { expect, test } from 'vitest'
import { addMember } from '../../members/commands'
import { setStatus } from '../../status/commands'
import { castVote, withdrawVote } from '../../votes/commands'
import { ADDED, givenScene } from '../../testing/audited/scene'
import { db } from '../client'
import { interviews } from '../schema/interviews'
import { everyRow } from './every-row'
import { whoMay } from './fixtures'
import { keepRows } from './keep-rows'

/** It only grows. */
const LOG = { but: ['audit_events', 'audit_leaves', 'audit_seals', 'audit_origins', 'audit_kept_heads'] }

test('whatever is added, changed and deleted, all rows are brought back as they were, again and again', async () => {
  const scene = await givenScene()
  const bringBack = await keepRows()
  const kept = await everyRow(LOG)
  const changes = [
    () => addMember(scene.admin, ADDED),
    () =>
      setStatus(whoMay(scene.viewer, 'status.set'), { id: scene.interviewId }, { status: 'declined', reason: 'No' }),
    () => withdrawVote(scene.voter, scene.interviewId),
    () => db().delete(interviews),
  ]
  for (const change of changes) {
    await change()
    expect(await everyRow(LOG)).not.toEqual(kept)
    await bringBack()
    expect(await everyRow(LOG)).toEqual(kept)
  }
  // And what a trigger does is done again.
  await castVote(scene.voter, scene.interviewId, { vote: 'no_hire' })
  expect((await everyRow())['vote_versions']).not.toEqual(kept['vote_versions'])
})
