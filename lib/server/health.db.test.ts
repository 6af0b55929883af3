import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { closePool } from '../db/client'
import { isDatabaseReady } from './health'

const working = process.env.DATABASE_URL
let server: Server | undefined
const sockets: Socket[] = []

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await closePool()
  process.env.DATABASE_URL = working
  server?.close()
})

/** Takes connections, as a database would, and never says anything. */
async function givenSilentDatabase() {
  server = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  await closePool()
  process.env.DATABASE_URL = `postgres://postgres@127.0.0.1:${(server.address() as AddressInfo).port}/postgres`
}

test('a database that answers is ready', async () => {
  expect(await isDatabaseReady()).toBe(true)
})

test('a database that says nothing is not ready', async () => {
  await givenSilentDatabase()
  expect(await isDatabaseReady()).toBe(false)
})

test('a database that is not there is not ready', async () => {
  await givenSilentDatabase()
  server?.close()
  expect(await isDatabaseReady()).toBe(false)
})
