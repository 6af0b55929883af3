import { EventEmitter, once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

/**
 * An address in front of a database's that passes everything on until a client sends a message with this text: that and
 * what comes after it does not arrive any more, and `reached` resolves.
 */
export async function givenGate(databaseUrl: string, text: string) {
  const events = new EventEmitter()
  const reached = once(events, 'reached')
  const server = createServer((client) => {
    const database = connectTo(new URL(databaseUrl))
    let isOpen = true
    database.on('data', (bytes) => client.write(bytes))
    client.on('data', (bytes) => {
      isOpen &&= !bytes.includes(text)
      if (isOpen) database.write(bytes)
      else events.emit('reached')
    })
    for (const socket of [client, database]) {
      socket.on('error', () => socket.destroy())
      socket.on('close', () => [client, database].forEach((either) => either.destroy()))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = () => void server.close()
  return { url: `postgres://postgres@127.0.0.1:${port}${new URL(databaseUrl).pathname}`, reached, close }
}

/** The embedded database listens on a socket in a folder. */
function connectTo({ hostname, port, searchParams }: URL) {
  const folder = searchParams.get('host')
  return folder ? connect(join(folder, '.s.PGSQL.5432')) : connect(Number(port), hostname)
}
