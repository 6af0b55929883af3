// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RecordingElement } from './recording-element'

type Kind = 'audio' | 'video'

function elementOf(kind: Kind, onMedia: (media: HTMLMediaElement | null) => void) {
  return <RecordingElement kind={kind} src={`/${kind}`} onMedia={onMedia} onPlay={() => {}} />
}

let page: Root
let state: DocumentReadyState
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.spyOn(document, 'readyState', 'get').mockImplementation(() => state)
  page = createRoot(document.createElement('main'))
})
afterEach(async () => {
  await act(async () => page.unmount())
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function drawn(kind: Kind): Promise<HTMLMediaElement | undefined> {
  const drawings: (HTMLMediaElement | null)[] = []
  await act(async () => page.render(elementOf(kind, (media) => drawings.push(media))))
  return drawings.at(-1) ?? undefined
}

test('of what is heard and not seen the page asks for nothing before it is loaded, and then for its beginning', async () => {
  state = 'interactive'
  expect(renderToStaticMarkup(elementOf('audio', () => {}))).toContain('preload="none"')
  const sound = await drawn('audio')
  expect(sound?.preload).toBe('none')
  window.dispatchEvent(new Event('load'))
  expect(sound?.preload).toBe('metadata')
})

test('on a page that is there already its beginning is asked for at once', async () => {
  state = 'complete'
  expect((await drawn('audio'))?.preload).toBe('metadata')
})

test('of what is seen its first picture comes with the page', async () => {
  state = 'interactive'
  expect((await drawn('video'))?.preload).toBe('metadata')
})
