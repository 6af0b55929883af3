import { createServer, type Server, type Socket } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'
import { AnswerEnd } from './answer-end'
import { forgetting, isLeftUnanswered, keptBy, readFrames } from './postgres-frames'

type Client = { socket: Socket; kept: Set<string>; answer: (bytes: Uint8Array) => void }
type Options = { idleInTransactionMs: number; onBroken: (lastWords: string) => void }
type Turn = { client: Client; cycle: Uint8Array }

/** Milliseconds that a client may keep all others waiting without saying anything; as an app's own limit on PostgreSQL. */
const IDLE_IN_TRANSACTION_MS = 12_000

/**
 * Lets many clients share one PGlite, which has one session. A turn is a client's whole cycle, from its first message to its
 * Sync: were two cycles to mix, one client's Bind would meet the other's Parse and get its rows. Whoever has a transaction open
 * keeps all turns until it ends, or is cut off when it rests too long. What a client has the session keep goes with the client.
 */
export class PostgresSocket {
  #engine: PGlite
  #server: Server
  #clients = new Set<Client>()
  #turns: Turn[] = []
  #owner: Client | null = null
  #running = false
  #patience: NodeJS.Timeout | undefined
  #options: Options

  /** `onBroken` is called, with what the engine said last, once it has given up: the next question would never return. */
  constructor(engine: PGlite, options: Partial<Options> = {}) {
    this.#engine = engine
    this.#options = { idleInTransactionMs: IDLE_IN_TRANSACTION_MS, onBroken: () => {}, ...options }
    this.#server = createServer((socket) => this.#welcome(socket))
  }

  /** `address` is a socket's path, or a port on 127.0.0.1, 0 for a free one; resolves to the port or path. */
  listen(address: string | number): Promise<string | number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      const listening = () => {
        const bound = this.#server.address()
        resolve(bound && typeof bound === 'object' ? bound.port : address)
      }
      if (typeof address === 'string') this.#server.listen(address, listening)
      else this.#server.listen(address, '127.0.0.1', listening)
    })
  }

  async close(): Promise<void> {
    clearTimeout(this.#patience)
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    for (const { socket } of this.#clients) socket.destroy()
    await closed
  }

  #welcome(socket: Socket) {
    const client: Client = { socket, kept: new Set(), answer: (bytes) => void (socket.writable && socket.write(bytes)) }
    this.#clients.add(client)
    socket.setNoDelay(true)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => void this.#leave(client))
    const read = readFrames({
      refuseEncryption: () => client.answer(Buffer.from('N')),
      cycle: (cycle) => this.#queue({ client, cycle }),
      end: () => socket.end(),
    })
    socket.on('data', read)
  }

  async #leave(client: Client) {
    this.#clients.delete(client)
    this.#turns = this.#turns.filter((turn) => turn.client !== client)
    this.#turns.push(...[...client.kept].map((name) => ({ client, cycle: forgetting(name) })))
    if (this.#owner === client && !this.#running) {
      this.#running = true
      await this.#engine.exec('ROLLBACK')
      this.#owner = null
      this.#running = false
    }
    void this.#run()
  }

  #queue(turn: Turn) {
    this.#turns.push(turn)
    void this.#run()
  }

  async #run() {
    if (this.#running) return
    this.#running = true
    clearTimeout(this.#patience)
    for (let turn = this.#next(); turn; turn = this.#next()) await this.#take(turn)
    const owner = this.#owner
    if (owner) this.#patience = setTimeout(() => owner.socket.destroy(), this.#options.idleInTransactionMs)
    this.#running = false
  }

  #next(): Turn | undefined {
    const index = this.#owner === null ? 0 : this.#turns.findIndex((turn) => turn.client === this.#owner)
    return index < 0 ? undefined : this.#turns.splice(index, 1)[0]
  }

  async #take({ client, cycle }: Turn) {
    const end = new AnswerEnd()
    const kept = keptBy(cycle)
    if (kept !== null) client.kept.add(kept)
    let last: Buffer = Buffer.alloc(0)
    try {
      await this.#engine.execProtocolRawStream(cycle, {
        onRawData: (bytes) => {
          // The engine uses its buffer again for what comes next, so the answer leaves as a copy.
          last = Buffer.from(bytes)
          end.take(last)
          client.answer(last)
        },
      })
      if (isLeftUnanswered(cycle, end.type)) this.#options.onBroken(last.toString('utf8'))
      this.#owner = this.#engine.isInTransaction() ? client : null
      if (this.#owner && client.socket.destroyed) await this.#engine.exec('ROLLBACK')
      if (client.socket.destroyed) this.#owner = null
    } catch (error) {
      client.socket.destroy(error instanceof Error ? error : undefined)
    }
  }
}
