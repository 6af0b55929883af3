// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { kept } from './kept'
import { forgetMember, hasUnsentWriting } from './kept-keys'
import { fieldsOf, isText } from './unknown-fields'
import type { DraftKind } from './use-form-draft'

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => {
  vi.unstubAllGlobals()
  for (const key of kept.keys()) kept.drop(key)
})

/** A form of nothing but words, as `memberId` opens it about `place`, with these in it at first. */
const openForm = (memberId: string, place: string, first = '') =>
  openDrawn(memberId, ({ TEXT, useFormDraft }) => useFormDraft(place, first, TEXT))

type Hooks = typeof import('./use-form-draft')
type Form<Draft> = { draft: Draft; write: (next: Draft) => void; drop: () => void }

async function openDrawn<Draft>(memberId: string, useForm: (hooks: Hooks) => Form<Draft>) {
  document.body.innerHTML = `<div data-member-id="${memberId}" data-member-email="${memberId}@example.com"></div>`
  // The module remembers for whom the tab was drawn first.
  vi.resetModules()
  const hooks = await import('./use-form-draft')
  let form: Form<Draft> | undefined
  const Form = () => {
    form = useForm(hooks)
    return null
  }
  const root = createRoot(document.createElement('main'))
  await act(async () => root.render(<Form />))
  return {
    stands: () => form?.draft,
    write: (next: Draft) => act(async () => form?.write(next)),
    drop: () => form?.drop(),
    leave: () => act(async () => root.unmount()),
  }
}

test('what is half written is there when its form is opened again, for its writer and about the same alone', async () => {
  const form = await openForm('ada', 'override i1 score')
  await form.write('Quoted o')
  await form.write('Quoted out')
  await form.leave()
  expect(hasUnsentWriting('ada')).toBe(true)
  expect((await openForm('grace', 'override i1 score')).stands()).toBe('')
  expect((await openForm('ada', 'override i2 score')).stands()).toBe('')
  expect((await openForm('ada', 'override i1 score', 'Stood before')).stands()).toBe('Quoted out')
})

test('nothing is kept of what was sent, given up, or written back to what stood there', async () => {
  for (const end of ['dropped', 'as before'] as const) {
    const form = await openForm('ada', 'reasons f1', 'No nights')
    await form.write('')
    expect(hasUnsentWriting('ada')).toBe(true)
    if (end === 'dropped') form.drop()
    else await form.write('No nights')
    expect(hasUnsentWriting('ada')).toBe(false)
    await form.leave()
  }
})

test('what the browser has there from elsewhere is not read', async () => {
  kept.keep('debrief-form ada ask i1', '{"a":1}')
  expect((await openForm('ada', 'ask i1', 'Please')).stands()).toBe('Please')
})

type Invalid = { cause: string; reason: string }
const UNTOUCHED: Invalid = { cause: 'technical_failure', reason: '' }
const INVALID: DraftKind<Invalid> = {
  read: (found) => {
    const { cause, reason } = fieldsOf(found)
    return isText(cause) && isText(reason) ? { cause, reason } : null
  },
  written: ({ reason }) => reason,
}
const openInvalid = () => openDrawn('ada', ({ useFormDraft }) => useFormDraft('invalid i1', UNTOUCHED, INVALID))

test('what is only chosen is found again, and nobody is asked about it when they sign out', async () => {
  const form = await openInvalid()
  const chosen = { ...UNTOUCHED, cause: 'too_little_said' }
  await form.write(chosen)
  await form.leave()
  expect(hasUnsentWriting('ada')).toBe(false)
  expect((await openInvalid()).stands()).toEqual(chosen)
  forgetMember('ada', { keepWriting: true })
  expect((await openInvalid()).stands()).toEqual(UNTOUCHED)
})

test('words and what is chosen beside them are asked about, and kept together, until the words are gone', async () => {
  const form = await openInvalid()
  const chosen = { ...UNTOUCHED, cause: 'too_little_said' }
  const written = { ...chosen, reason: 'Two words' }
  for (const [next, isAsked] of [
    [chosen, false],
    [written, true],
    [{ ...written, cause: UNTOUCHED.cause }, true],
    [written, true],
  ] as const) {
    await form.write(next)
    expect(hasUnsentWriting('ada')).toBe(isAsked)
    expect((await openInvalid()).stands()).toEqual(next)
  }
  await form.write(chosen)
  expect(hasUnsentWriting('ada')).toBe(false)
  await form.write(UNTOUCHED)
  expect(kept.keys()).toEqual([])
})

/** Why what is typed there may go with the page. */
const NOT_KEPT: Record<string, string> = {
  'account/name-form.tsx': 'a name',
  'account/passkey-form.tsx': 'a name',
  'account/passkey-row.tsx': 'a name',
  'account/current-password-field.tsx': 'a password',
  'assignments/assign-dialog.tsx': 'a day',
  'attempts/link-dialog.tsx': 'what is looked for',
  'candidates/filters/range-form.tsx': 'numbers to look between',
  'sign-in/forgot-form.tsx': 'nobody is signed in',
  'sign-in/join-form.tsx': 'nobody is signed in',
  'sign-in/new-password-form.tsx': 'nobody is signed in',
  'sign-in/password-field.tsx': 'a password',
  'sign-in/setup-form.tsx': 'nobody is signed in',
  'sign-in/sign-in-form.tsx': 'nobody is signed in',
  'team/add-people.tsx': 'it is sent nowhere: a command is made of it',
  'team/interview-choice.tsx': 'links that are pasted',
}
/** By which a file keeps what is written in it; where it is a part of a form, the form does. */
const KEEPING = /\buseFormDraft\b|\bdrafts\b|\bwriteReason\b|\bKeptCorrection\b|\bWhyField\({|\bInvitedOnes\b/

test('each field of text in the app is kept with every letter, or there is a reason why not', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.tsx') && !path.endsWith('.test.tsx') && path !== 'ui/field.tsx',
  )
  const typed = files.filter((path) =>
    /<(?:textarea|Field|WhyField)\b|inputMode=/.test(readFileSync(join(import.meta.dirname, path), 'utf8')),
  )
  const lost = typed.filter((path) => !KEEPING.test(readFileSync(join(import.meta.dirname, path), 'utf8')))
  expect(lost.toSorted()).toEqual(Object.keys(NOT_KEPT).toSorted())
})
