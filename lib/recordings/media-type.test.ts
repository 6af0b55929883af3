// Must hold 31.
import { expect, test } from 'vitest'
import { mediaType } from './media-type'

test.each([
  ['audio/wav', '/a', 'audio/wav'],
  ['Audio/X-WAV', '/a.html', 'audio/x-wav'],
  ['video/webm; codecs="vp8, opus"', '/a', 'video/webm'],
  ['application/octet-stream', '/a.WAV', 'audio/wav'],
  ['binary/octet-stream', '/x.y/a.mp3', 'audio/mpeg'],
  ['', '/a.mp4', 'video/mp4'],
])('%j at %s is served as %s', (contentType, path, served) => {
  expect(mediaType(contentType, path)).toBe(served)
})

test.each([
  ['text/html', '/a.wav'],
  ['image/svg+xml', '/a.mp4'],
  ['audio/wav, text/html', '/a.wav'],
  ['text/html; audio/wav', '/a.wav'],
  ['video/x-unknown', '/a.mp4'],
  ['application/octet-stream', '/a.html'],
  ['application/octet-stream', '/wav'],
  ['multipart/byteranges; boundary=x', '/a.wav'],
  ['', '/'],
])('%j at %s is refused', (contentType, path) => {
  expect(() => mediaType(contentType, path)).toThrow(expect.objectContaining({ code: 'recording_refused' }))
})
