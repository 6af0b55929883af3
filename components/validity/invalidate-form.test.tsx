// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { kept } from '../kept'
import { hasUnsentWriting } from '../kept-keys'
import { InvalidateForm } from './invalidate-form'
import { OverrideForm } from './override-form'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {} }) }))

let root: Root
const onDone = vi.fn()
const asked = vi.fn(async () => Response.json({ invalid: null, overrides: [], othersOverrides: { is: 'shown' } }))
beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('fetch', asked)
  onDone.mockClear()
  document.body.innerHTML = '<main data-member-id="ada" data-member-email="ada@example.com"></main>'
  root = createRoot(document.body.appendChild(document.createElement('div')))
  await act(async () => root.render(<InvalidateForm interviewId="i1" onDone={onDone} />))
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
  for (const key of kept.keys()) kept.drop(key)
})

const choose = (name: string) =>
  act(async () => [...document.querySelectorAll('label')].find(({ textContent }) => textContent === name)?.click())
const write = (words: string) =>
  act(async () => {
    const field = document.querySelector('textarea')
    // As React hears it.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, words)
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })

test('a cause that is chosen is kept and asks nobody who signs out; words beside it do', async () => {
  await choose('Somebody else spoke')
  expect(kept.keys()).toHaveLength(1)
  expect(hasUnsentWriting('ada')).toBe(false)
  await write('Her brother answered')
  expect(hasUnsentWriting('ada')).toBe(true)
})

test('whoever cancels has marked nothing, and what they wrote is gone', async () => {
  const forms = [
    <InvalidateForm key="interview" interviewId="i1" onDone={onDone} />,
    <OverrideForm key="score" interviewId="i1" score="skills" former="" onDone={onDone} />,
  ]
  for (const [index, form] of forms.entries()) {
    await act(async () => root.render(form))
    await write('Half a thought')
    expect(hasUnsentWriting('ada')).toBe(true)
    asked.mockClear()
    const cancel = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel')
    await act(async () => cancel?.click())
    expect(hasUnsentWriting('ada')).toBe(false)
    expect([onDone.mock.calls.length, asked.mock.calls]).toEqual([index + 1, []])
  }
})
