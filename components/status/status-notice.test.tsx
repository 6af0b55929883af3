// @vitest-environment happy-dom
import { act, useSyncExternalStore } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { shortcutsOff } from '../shortcuts-setting'
import { StatusNotice, UNDO_STATUS_MS } from './status-notice'
import type { StatusOutbox } from './status-outbox'
import { chosen, StatusServer } from './testing/status-server'

let root: Root
let server: StatusServer
let outbox: StatusOutbox

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  server = new StatusServer()
  outbox = server.open()
  const Notice = () => {
    const news = useSyncExternalStore(outbox.onChange, outbox.news)
    return <StatusNotice outbox={outbox} news={news} />
  }
  root = createRoot(document.body.appendChild(document.createElement('main')))
  await act(async () => root.render(<Notice />))
  server.colleagueSets('Ingrid', 'advanced')
  await act(async () => {
    outbox.choose([chosen('Ingrid', 'declined'), chosen('Wendell', 'declined'), chosen('Farida', 'declined')])
    await outbox.flush()
  })
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const says = () => document.querySelector('main')?.textContent ?? ''
const buttons = () => [...document.querySelectorAll('button')].map(({ textContent }) => textContent)
const press = (name: string) =>
  act(async () => {
    ;[...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click()
    await outbox.flush()
  })

test('what a colleague was faster with is asked about beside what can be undone', async () => {
  expect(says()).toContain('Mara advanced Ingrid')
  expect(says()).toContain('2 declined')
  expect(buttons()).toEqual(['Decline anyway', 'Leave it', 'Undo Z'])
  await press('Leave it')
  expect(buttons()).toEqual(['Undo Z'])
  await press('Undo Z')
  expect(['Wendell', 'Farida', 'Ingrid'].map((id) => server.standsOf(id).status)).toEqual(['new', 'new', 'advanced'])
})

test('the key that undoes is named only while single keys are on', async () => {
  await act(async () => shortcutsOff.set(true))
  expect(buttons()).toContain('Undo ')
  await act(async () => shortcutsOff.set(false))
  expect(buttons()).toContain('Undo Z')
})

test('the question stays when the time to undo is over', async () => {
  await act(async () => vi.advanceTimersByTime(UNDO_STATUS_MS))
  expect(buttons()).toEqual(['Decline anyway', 'Leave it'])
  await press('Decline anyway')
  expect(server.standsOf('Ingrid').status).toBe('declined')
  expect(buttons()).toEqual(['Undo Z'])
  await act(async () => vi.advanceTimersByTime(UNDO_STATUS_MS))
  expect(buttons()).toEqual([])
})

test('what went wrong stays until it is read, and what can be undone beside it no longer than elsewhere', async () => {
  await act(async () => {
    outbox.choose([chosen('gone'), chosen('Noor')])
    await outbox.flush()
  })
  expect(buttons()).toEqual(expect.arrayContaining(['Close', 'Undo Z']))
  await act(async () => vi.advanceTimersByTime(UNDO_STATUS_MS))
  expect(says()).toContain('gone was not changed')
  expect(buttons()).toContain('Close')
  expect(buttons()).not.toContain('Undo Z')
})
