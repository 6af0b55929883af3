import { EventEmitter, once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'

/**
 * An address in front of a database's that passes everything on until a client sends a message with this text: that and
 * what comes after it does not arrive any more, and `reached` resolves. From `goSilent` on, nothing passes either way on the
 * connections there are, and none of them is closed: what a network looks like whose other end is gone.
 */
export async function givenGate(databaseUrl: string, text?: string) {
  const events = new EventEmitter()
  const reached = once(events, 'reached')
  const silent = new Set<Socket>()
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const database = connectTo(new URL(databaseUrl))
    let isOpen = true
    open.add(client)
    database.on('data', (bytes) => silent.has(client) || client.write(bytes))
    client.on('data', (bytes) => {
      isOpen &&= text === undefined || !bytes.includes(text)
      if (!isOpen) events.emit('reached')
      else if (!silent.has(client)) database.write(bytes)
    })
    for (const socket of [client, database]) {
      socket.on('error', () => socket.destroy())
      socket.on('close', () => [client, database].forEach((either) => either.destroy()))
    }
    client.on('close', () => [open, silent].forEach((sockets) => sockets.delete(client)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = Object.assign(new URL(databaseUrl), { host: `127.0.0.1:${port}`, search: '' }).href
  const goSilent = () => open.forEach((client) => silent.add(client))
  const cut = () => open.forEach((client) => client.destroy())
  return { url, reached, goSilent, silentCount: () => silent.size, cut, close: () => void server.close() }
}

/** The embedded database listens on a socket in a folder. */
function connectTo({ hostname, port, searchParams }: URL) {
  const folder = searchParams.get('host')
  return folder ? connect(join(folder, '.s.PGSQL.5432')) : connect(Number(port), hostname)
}
