import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FolderHeld, lockFolder } from './folder-lock'

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'folder-lock-'))
const tickets = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('ticket-'))

function givenTicket(folder: string, number: number, holder: object) {
  writeFileSync(
    join(folder, `ticket-${number}`),
    JSON.stringify({ host: hostname(), born: null, released: false, ...holder }),
  )
}

test('a second opener in the same process is refused until the first has released', () => {
  const folder = emptyFolder()
  const first = lockFolder(folder)

  expect(() => lockFolder(folder)).toThrow(FolderHeld)
  first.release()
  expect(() => lockFolder(folder)).not.toThrow()
})

test('a dead process loses the folder', () => {
  const folder = emptyFolder()
  const { pid } = spawnSync(process.execPath, ['--eval', ''])
  givenTicket(folder, 7, { pid })

  lockFolder(folder)

  expect(tickets(folder)).toEqual(['ticket-8'])
})

test('a process of another machine keeps the folder: nothing proves it dead', () => {
  const folder = emptyFolder()
  givenTicket(folder, 1, { pid: 1, host: 'another-machine' })

  expect(() => lockFolder(folder)).toThrow(FolderHeld)
  expect(tickets(folder)).toEqual(['ticket-1'])
})

test('a later process that was given the dead holder’s id does not keep the folder', () => {
  const folder = emptyFolder()
  givenTicket(folder, 1, { pid: process.pid, born: 'an earlier boot/1' })

  expect(() => lockFolder(folder)).not.toThrow()
})

test.each(['', '{"host":"a', 'null', '{}', '{"host":"a","pid":"1","born":null,"released":true}', '\0'.repeat(90)])(
  'a ticket that cannot be read (%j) frees nothing, and whoever comes is told which file it is',
  (content) => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'ticket-3'), content)

    expect(() => lockFolder(folder)).toThrow(
      `${join(folder, 'ticket-3')} should say who has it open and cannot be read`,
    )
    expect(() => lockFolder(folder)).toThrow('If no Debrief runs on this folder, remove that file')
    expect(readdirSync(folder)).toEqual(['ticket-3'])

    rmSync(join(folder, 'ticket-3'))
    expect(() => lockFolder(folder)).not.toThrow()
  },
)
