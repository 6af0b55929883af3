import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { expect, test, vi } from 'vitest'
import { operator } from '../auth/operator'
import { system } from '../auth/system'
import { db } from '../db/client'
import { auditEvents, auditLeaves, auditSeals } from '../db/schema/audit'
import { installations } from '../db/schema/members'
import { givenViewer } from '../db/testing/fixtures'
import { change } from './change'
import { sealEvents } from './seal'
import { givenTold } from './testing/told'

const told = { code: 'connection.checked' as const, about: null, payload: {} }

test('what is told is there when the change is, and neither when it fails', async () => {
  const works = change(system(), async (tx) => {
    await tx.insert(installations).values({ id: 'works' })
    return { told, value: 'done' }
  })
  await expect(works).resolves.toBe('done')
  await expect(db().$count(auditEvents)).resolves.toBe(1)

  await db().insert(installations).values({ id: 'taken' })
  const fails = change(system(), async (tx) => {
    await tx.insert(installations).values({ id: 'fails' })
    await tx.insert(installations).values({ id: 'taken' })
    return { told, value: undefined }
  })
  await expect(fails).rejects.toThrow()
  const unreadable = change(system(), async (tx) => {
    await tx.insert(installations).values({ id: 'unreadable' })
    return { told: { ...told, payload: { words: 'Strong start' } as never }, value: undefined }
  })
  await expect(unreadable).rejects.toThrow()
  await expect(db().$count(auditEvents)).resolves.toBe(1)
  const names = (await db().select().from(installations)).map(({ id }) => id)
  expect(names.toSorted()).toEqual(['taken', 'works'])
})

test('who did it is named by their id, or as what they are', async () => {
  const viewer = await givenViewer()
  for (const actor of [viewer, operator(), system()]) await change(actor, async () => ({ told, value: undefined }))
  const rows = await db().select().from(auditEvents)
  expect(rows.slice(-3).map(({ actorKind, actorId }) => [actorKind, actorId])).toEqual([
    ['member', viewer.memberId],
    ['operator', null],
    ['system', null],
  ])
})

test('what a member changed is told by one statement, which looks by the way whether they are still there', async () => {
  const viewer = await givenViewer()
  const query = vi.spyOn(Client.prototype, 'query')
  await change(viewer, async () => ({ told, value: undefined }))
  const sent = query.mock.calls.map(([config]: unknown[]) => (config as { text?: string }).text ?? String(config))
  query.mockRestore()
  expect(sent.filter((text) => !text.includes('statement_timeout')).map((text) => text.trim().slice(0, 6))).toEqual([
    ...['begin', 'WITH p', 'commit'],
  ])
})

const STATEMENTS = ['UPDATE %s SET seq = DEFAULT', 'DELETE FROM %s', 'TRUNCATE %s', 'DELETE FROM %s WHERE false']

test.each([
  ['audit_events', auditEvents],
  ['audit_leaves', auditLeaves],
  ['audit_seals', auditSeals],
])('%s only grows, whoever asks', async (table, named) => {
  await givenTold()
  await sealEvents()
  await db().execute(sql`INSERT INTO audit_seals (size, seq, hash) VALUES (1, 1, 'of before') ON CONFLICT DO NOTHING`)
  const count = () => db().$count(named)
  const before = await count()
  expect(before).toBeGreaterThan(0)
  for (const statement of STATEMENTS) {
    const refused = db().execute(sql.raw(statement.replace('%s', table)))
    await expect(refused, statement).rejects.toMatchObject({ cause: { message: `${table} only grows` } })
  }
  await expect(count()).resolves.toBe(before)
})
