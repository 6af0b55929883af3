// Whoever moves out of a reviewer's sight while they are compared.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { GONE_POLL_MS } from '../components/gone-poll'
import { untilAlive } from './alive'
import { signInOverHttp } from './http-session'
import { MEMBERS, PASSWORD, runMember, STOCKER } from './installation'
import { expect, giveSession, test, type Shared } from './test'
import { untilPulled } from './until-pulled'

const interview = z.object({
  id: z.string(),
  flow: z.object({ id: z.string().nullable() }),
  candidate: z.object({ name: z.string().nullable() }),
})
const listed = z.object({ items: z.array(interview) })

test('who moves out of a reviewer’s sight goes by itself from the answers, the matrix and the columns that are open', async ({
  context,
  page: question,
  shared,
}) => {
  const [gone, ...others] = await givenCompared(shared)
  const all = [gone, ...others]
  const member = `${randomUUID()}@example.com`
  await runMember(['add', member, '--role', 'reviewer', ...named(all)], shared.env)
  await giveSession(question, member)
  await context.clock.install()
  const [matrix, side] = [await context.newPage(), await context.newPage()]
  const path = `/compare?flow=${gone.flow}`
  const ids = all.map(({ id }) => id).join()
  for (const [page, address] of [
    [question, path],
    [matrix, `${path}&view=matrix`],
    [side, `${path}&view=side&ids=${ids}`],
  ] as const) {
    await page.goto(address)
    await untilAlive(page)
  }
  const views = {
    answers: question.getByRole('list', { name: 'Answers' }).getByRole('listitem'),
    matrix: matrix.getByRole('region', { name: 'Matrix' }).getByRole('rowheader'),
    columns: side.getByRole('table', { name: 'What each candidate answered' }).getByRole('columnheader'),
  }
  for (const [view, lines] of Object.entries(views))
    for (const { name } of all) await expect(lines.filter({ hasText: name }), view).toHaveCount(1)

  await runMember(['set-scope', member, ...named(others)], shared.env)
  await context.clock.fastForward(GONE_POLL_MS)
  for (const [view, lines] of Object.entries(views)) {
    await expect(lines.filter({ hasText: gone.name }), view).toHaveCount(0)
    for (const { name } of others) await expect(lines.filter({ hasText: name }), view).toHaveCount(1)
  }
})

type Compared = { id: string; name: string; flow: string }

/** As a scope of them alone is written. */
const named = (some: Compared[]) => some.flatMap(({ id }) => ['--interview', id])

/** Three with recordings, of a flow whose names no other test hides. */
async function givenCompared({ origin }: Shared): Promise<[Compared, ...Compared[]]> {
  const cookie = await signInOverHttp(origin, MEMBERS[0], PASSWORD)
  await untilPulled(origin, cookie)
  const response = await fetch(`${origin}/api/interviews?state=ready&recording=yes&limit=200`, { headers: { cookie } })
  const heard = listed.parse(await response.json()).items.flatMap(({ id, flow, candidate: { name } }) => {
    return name === null || flow.id === null || flow.id === STOCKER ? [] : [{ id, name, flow: flow.id }]
  })
  for (const { flow } of heard) {
    const [first, ...others] = heard.filter((one) => one.flow === flow).slice(0, 3)
    if (first && others.length === 2) return [first, ...others]
  }
  throw new Error('no three candidates of a flow can be compared')
}
