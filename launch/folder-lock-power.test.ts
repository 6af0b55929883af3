import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { lockFolder } from './folder-lock'

// A disk on which a file that has its name has lost whatever was not synced before.
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>()
  const synced = new Set<number>()
  const lose = (path: string) => {
    if (!synced.has(fs.statSync(path).ino)) fs.truncateSync(path)
  }
  return {
    ...fs,
    fsyncSync(file: number) {
      fs.fsyncSync(file)
      synced.add(fs.fstatSync(file).ino)
    },
    linkSync(from: string, to: string) {
      lose(from)
      fs.linkSync(from, to)
    },
    renameSync(from: string, to: string) {
      lose(from)
      fs.renameSync(from, to)
    },
  }
})

test('a ticket is whole after a power cut, whether the folder was held or released', () => {
  const folder = mkdtempSync(join(tmpdir(), 'folder-lock-'))
  const written = () => JSON.parse(readFileSync(join(folder, 'ticket-1'), 'utf8')) as object
  const lock = lockFolder(folder)
  expect(written()).toMatchObject({ pid: process.pid, released: false })
  lock.release()
  expect(written()).toMatchObject({ pid: process.pid, released: true })
})
