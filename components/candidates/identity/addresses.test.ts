import { assert, constantFrom, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { candidatePath } from './candidate-path'
import { interviewOfNotesUrl } from '../../notes/notes-url'
import { swrKeys } from '../../swr-keys'
import { idOfPage, idOfParameter } from '@/lib/interviews/interview-id'
import { interviewUrl } from '@/lib/interviews/interview-url'

const hostile = oneof(
  string({ unit: 'grapheme', minLength: 1 }),
  constantFrom(
    'a/b',
    'a b',
    'ü',
    '%',
    '%2F',
    '?',
    '#',
    '.',
    '..',
    '~',
    '~..',
    'news',
    '//evil.example',
    '\\',
    '+',
    ';a=b',
    'x.rsc',
    '.rsc',
    '~x.rsc~',
  ),
)

test('whatever the id, its address leads to it: a browser changes nothing, and it is decoded once', () => {
  assert(
    property(hostile, (id) => {
      for (const path of [candidatePath(id, 'q=a'), interviewUrl(id, 'words')]) {
        const url = new URL(path, 'http://own.invalid')
        expect(url.pathname + url.search).toBe(path)
        const segments = url.pathname.split('/')
        const segment = segments[segments.indexOf('candidates') + 1 || segments.indexOf('interviews') + 1] ?? ''
        expect(idOfParameter(decodeURIComponent(segment))).toBe(id)
        expect(idOfPage(encodeURIComponent(decodeURIComponent(segment)))).toBe(id)
      }
      expect(interviewOfNotesUrl(swrKeys.notes(id))).toBe(id)
    }),
  )
})
