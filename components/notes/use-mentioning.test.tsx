// @vitest-environment happy-dom
import { act, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import type { Author } from '@/lib/members/member'
import { MentionChoices } from './mention-choices'
import { useMentioning } from './use-mentioning'

let mentionable: Author[] = []
vi.mock('./notes-context', () => ({ useNotes: () => ({ mentionable }) }))

const member = (name: string): Author => ({ id: name, name, email: `${name.toLowerCase()}@example.com` })

function Writing() {
  const field = useRef<HTMLTextAreaElement>(null)
  const [body, setBody] = useState('@b')
  const mentioning = useMentioning({ field, body, setBody })
  return (
    <>
      <textarea ref={field} value={body} readOnly onKeyDown={mentioning.press} onFocus={mentioning.look} />
      <MentionChoices {...mentioning} />
    </>
  )
}

test('who is marked is named, also where somebody comes above them meanwhile', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  mentionable = [member('Bea'), member('Ben')]
  const main = document.body.appendChild(document.createElement('main'))
  const page = createRoot(main)
  await act(async () => page.render(<Writing />))
  const field = main.querySelector('textarea')
  const press = (key: string) =>
    act(async () => field?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))
  field?.setSelectionRange(2, 2)
  await act(async () => field?.focus())
  await press('ArrowDown')
  mentionable = [member('Abby'), ...mentionable]
  await act(async () => page.render(<Writing />))
  expect(main.querySelector('[aria-selected=true]')?.textContent).toContain('Ben')
  await press('Enter')
  expect(field?.value).toBe('@Ben ')
  await act(async () => page.unmount())
  vi.unstubAllGlobals()
})
