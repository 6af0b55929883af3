// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SWRConfig } from 'swr'
import { ExportDialog } from './export-dialog'

const COUNTED = 4_312
const asked: string[] = []
let root: Root

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return Response.json({ items: [], total: COUNTED })
  })
  asked.length = 0
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

async function open(given: { total: number; chosen?: string[] }) {
  root = createRoot(document.body.appendChild(document.createElement('div')))
  await act(async () =>
    root.render(
      <SWRConfig value={{ provider: () => new Map() }}>
        <ExportDialog search="q=night&limit=100" onClose={() => {}} {...given} />
      </SWRConfig>,
    ),
  )
}

const heading = () => document.querySelector('h2')?.textContent

test('an export says to the last one how many it will have, where the list is counted no further than a thousand', async () => {
  await open({ total: 1_001 })
  await vi.waitFor(() => expect(heading()).toBe('Export 4,312 interviews'))
  expect(asked).toEqual(['/api/interviews?q=night&limit=1&total=exact'])
})

test.each([{ total: 1_000 }, { total: 1 }, { total: 2, chosen: ['a', 'b'] }])(
  'of %j it is known, and nothing is asked',
  async (given) => {
    await open(given)
    expect(heading()).toBe(
      given.total === 1 ? 'Export 1 interview' : `Export ${given.total.toLocaleString('en-US')} interviews`,
    )
    expect(asked).toEqual([])
  },
)
