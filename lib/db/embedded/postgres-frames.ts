/** The frontend messages after which a server answers: query, function call, sync, flush, and the end of a copy. */
const ANSWERED = new Set(Buffer.from('QFSHcf'))
const TERMINATE = 'X'.charCodeAt(0)
/** Bytes of a message before what it says: its type and its length. */
const HEADER = 5
/** Codes in the place of a protocol version: an encryption that is asked for first, and a cancel, which has a connection of its own. */
const SSL_REQUEST = 80_877_103
const GSS_REQUEST = 80_877_104
const CANCEL_REQUEST = 80_877_102

type Handlers = { refuseEncryption: () => void; cycle: (bytes: Uint8Array) => void; end: () => void }

/** Cuts what a client sends into cycles that are answered as a whole (PostgreSQL's protocol 3.0, "Message Flow"). */
export function readFrames({ refuseEncryption, cycle, end }: Handlers): (chunk: Buffer) => void {
  let pending: Buffer = Buffer.alloc(0)
  let scanned = 0
  let started = false

  return (chunk) => {
    pending = Buffer.concat([pending, chunk])
    while (started ? readMessage() : readStart()) continue
  }

  /** Before the first message there is one without a type: length, then a code. */
  function readStart(): boolean {
    const length = pending.length < 8 ? Infinity : pending.readInt32BE(0)
    if (pending.length < length) return false

    const code = pending.readInt32BE(4)
    const message = take(length)
    if (code === SSL_REQUEST || code === GSS_REQUEST) refuseEncryption()
    else if (code === CANCEL_REQUEST) end()
    else {
      started = true
      cycle(message)
    }
    return true
  }

  function readMessage(): boolean {
    if (pending.length < scanned + HEADER) return false
    const messageEnd = scanned + 1 + pending.readInt32BE(scanned + 1)
    if (pending.length < messageEnd) return false

    const type = pending[scanned] ?? 0
    scanned = messageEnd
    if (type === TERMINATE) end()
    else if (ANSWERED.has(type)) cycle(take(messageEnd))
    return type !== TERMINATE
  }

  function take(length: number): Uint8Array {
    const taken = new Uint8Array(pending.subarray(0, length))
    pending = pending.subarray(length)
    scanned = 0
    return taken
  }
}

const [QUERY, SYNC, READY, COPY_IN, PARSE] = [...Buffer.from('QSZGP')]

/** The statement that a cycle has the engine keep, if it does. */
export function keptBy(cycle: Uint8Array): string | null {
  if (cycle[0] !== PARSE) return null
  const name = cycle.subarray(HEADER, cycle.indexOf(0, HEADER))
  return name.length > 0 ? Buffer.from(name).toString('utf8') : null
}

/** A cycle that has it forget one. */
export function forgetting(name: string): Uint8Array {
  const query = Buffer.from(`DEALLOCATE "${name.replaceAll('"', '""')}"\0`)
  const header = Buffer.alloc(HEADER, 'Q')
  header.writeInt32BE(query.length + 4, 1)
  return Buffer.concat([header, query])
}

/** True when a query or a Sync was not answered with ReadyForQuery at last: after a PANIC or FATAL error the engine says no more. */
export function isLeftUnanswered(cycle: Uint8Array, lastType: number | undefined): boolean {
  const asksForReady = cycle[0] === QUERY || cycle.at(-5) === SYNC
  return asksForReady && lastType !== READY && lastType !== COPY_IN
}
