// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { SWRConfig } from 'swr'
import { expect, test, vi } from 'vitest'
import type { Names } from '@/lib/compare/compared'
import { FinalistChoice } from './finalist-choice'

const HIDDEN: Names = { areHidden: true, areHiddenByFlow: true, revealedAt: null }

test('once names come those who can be chosen are asked for anew, by their names', async () => {
  let names = HIDDEN
  const asked = vi.fn(async () => Response.json({ flow: { names }, questions: [], rows: [] }))
  vi.stubGlobal('fetch', asked)
  const page = createRoot(document.body.appendChild(document.createElement('main')))
  const kept = new Map()
  const cache = { provider: () => kept }
  const draw = () =>
    act(async () =>
      page.render(
        <SWRConfig value={cache}>
          <FinalistChoice flowId="flow" names={names} chosen={[]} onChoose={() => {}} />
        </SWRConfig>,
      ),
    )
  await draw()
  await draw()
  expect(asked).toHaveBeenCalledTimes(1)
  names = { ...HIDDEN, areHidden: false }
  await draw()
  expect(asked).toHaveBeenCalledTimes(2)
  await act(async () => page.unmount())
  vi.unstubAllGlobals()
})
