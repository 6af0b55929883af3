// Must hold 31.
import { expect, test } from 'vitest'
import { declaredType, typeByName } from './media-type'

test.each([
  ['audio/wav', 'audio/wav'],
  ['Audio/X-WAV', 'audio/x-wav'],
  ['video/webm; codecs="vp8, opus"', 'video/webm'],
  ['audio/m4a', 'audio/mp4'],
  ['audio/mp4a-latm', 'audio/mp4'],
  ['audio/x-hx-aac-adts', 'audio/aac'],
  ['application/ogg', 'audio/ogg'],
  ['audio/opus; rate=48000', 'audio/ogg'],
])('%j is served as %s', (contentType, served) => {
  expect(declaredType(contentType)).toBe(served)
})

test.each(['', 'application/octet-stream', 'binary/octet-stream', 'video/x-unknown', 'null', 'text/plain'])(
  'what %j is, its bytes tell',
  (contentType) => {
    expect(declaredType(contentType)).toBeNull()
  },
)

test.each([
  ...['text/html', 'image/svg+xml', 'audio/wav, text/html', 'text/html; audio/wav', 'multipart/byteranges; boundary=x'],
  ...['application/xhtml+xml', 'application/json', 'text/javascript', 'TEXT/HTML'],
])('%j is refused unseen', (contentType) => {
  expect(() => declaredType(contentType)).toThrow(expect.objectContaining({ code: 'recording_refused' }))
})

test.each([
  ['application/octet-stream', '/a.WAV', 'audio/wav'],
  ['binary/octet-stream', '/x.y/a.mp3', 'audio/mpeg'],
  ['', '/a.mp4', 'video/mp4'],
  ['application/octet-stream', '/a.html', null],
  ['application/octet-stream', '/wav', null],
  ['video/x-unknown', '/a.mp4', null],
  ['', '/', null],
])('%j at %s has by its name the type %s', (contentType, path, named) => {
  expect(typeByName(contentType, path)).toBe(named)
})
