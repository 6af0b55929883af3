import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { storedAs, transcriptFileName } from './file-name'

test.each([
  ['Ingrid Solheim', 'Ingrid Solheim, transcript.txt'],
  ['../../etc/passwd', 'etc passwd, transcript.txt'],
  ['C:\\Users\\Ada', 'C Users Ada, transcript.txt'],
  ['.bashrc', 'bashrc, transcript.txt'],
  ['CON', 'Candidate, transcript.txt'],
  [null, 'Candidate, transcript.txt'],
  ['\u202etxt.exe', 'txt.exe, transcript.txt'],
  ['渡辺 "K" <x>', '渡辺 K x, transcript.txt'],
])('of %j the file is %j', (candidate, name) => {
  expect(transcriptFileName(candidate, 'txt')).toBe(name)
})

test('whatever a candidate is called, it is one header, one name without a folder, and a name that can be read back', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 300 }), (candidate) => {
      const name = transcriptFileName(candidate, 'vtt')
      expect(name).toMatch(/^[^<>:"/\\|?*\p{C}\p{Zl}\p{Zp}]+, transcript\.vtt$/u)
      expect(name.length).toBeLessThan(160)
      const header = storedAs(name)
      expect(header).toMatch(/^attachment; filename="[ !#$&-[\]-~]+"; filename\*=UTF-8''[\w.!~%-]+$/)
      expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(name)
    }),
  )
})
