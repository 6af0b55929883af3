// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { SWRConfig } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DeclineForm } from './decline-form'

const ACT = 'Decline Ingrid'

let root: Root
let declined: string[]
const onCancel = vi.fn()
/** Of the flow; null: nobody answers. */
let listed: string[] | null
/** Until it is called nobody is answered. */
let answer: () => void

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  ;[declined, listed] = [[], ['No nights', 'No licence']]
  const begun = new Promise<void>((resolve) => (answer = resolve))
  vi.stubGlobal('fetch', async (_: string, init?: RequestInit) => {
    await begun
    if (listed === null) throw new TypeError('Failed to fetch')
    if (init?.method === 'PUT') listed = (JSON.parse(init.body as string) as { reasons: string[] }).reasons
    return Response.json({ reasons: listed })
  })
  root = createRoot(document.body.appendChild(document.createElement('main')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const draw = (flowId: string | null = 'f1') =>
  act(async () =>
    root.render(
      <SWRConfig value={{ provider: () => new Map(), shouldRetryOnError: false }}>
        <DeclineForm
          act={ACT}
          draftOf="i1"
          flowId={flowId}
          onDecline={(reason) => declined.push(reason)}
          onCancel={onCancel}
        />
      </SWRConfig>,
    ),
  )
const hear = () => act(async () => answer())
const press = (name: string) =>
  act(async () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click())
const radios = () => [...document.querySelectorAll('input')]
const names = () => radios().map(({ labels }) => labels?.[0]?.textContent)
const tick = (name: string) => act(async () => radios()[names().indexOf(name)]?.click())
const write = (words: string) =>
  act(async () => {
    const field = document.querySelector('textarea')
    if (!field) throw new Error('there is no field')
    // As React hears it.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, words)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  })

test('until the flow’s own reasons are there, and where they cannot be read, no other is offered', async () => {
  await draw()
  expect([names(), document.querySelector('fieldset')?.textContent]).toEqual([[], 'WhyReading its reasons…'])
  listed = null
  await hear()
  expect(names()).toEqual([])
  expect(document.querySelector('fieldset')?.textContent).toContain('could not be read')
  await write('No nights for her')
  await press(ACT)
  expect(declined).toEqual(['No nights for her'])
})

test('the reasons take the focus when they are there, unless words of one’s own are being written', async () => {
  await draw()
  expect(document.activeElement?.textContent).toBe('Reading its reasons…')
  await hear()
  expect(document.activeElement).toBe(radios()[0])
  expect(names()).toEqual(['No nights', 'No licence'])
})

test('whoever writes already goes on writing', async () => {
  await draw()
  await write('Soon elsewhere')
  await hear()
  expect(names()).toEqual(['No nights', 'No licence'])
  expect(document.activeElement).toBe(document.querySelector('textarea'))
})

test('a reason that is taken from the list is ticked no more, and declines nobody', async () => {
  await draw()
  await hear()
  await tick('No licence')
  await press('Edit reasons')
  await write('No nights')
  await press('Keep these')
  await vi.waitFor(() => expect(names()).toEqual(['No nights']))
  expect(radios().some(({ checked }) => checked)).toBe(false)
  await press(ACT)
  expect(declined).toEqual([])
  expect(document.querySelector('[role=status]')?.textContent).toContain('Choose a reason')
  await tick('No nights')
  await press(ACT)
  expect(declined).toEqual(['No nights'])
})

test('where there is no one flow the usual reasons are offered', async () => {
  await draw(null)
  expect(names()).toContain('Withdrew')
})

test('whoever cancels declines nobody', async () => {
  await draw()
  await hear()
  await tick('No licence')
  await press('Cancel')
  expect([onCancel.mock.calls.length, declined]).toEqual([1, []])
})
