/** An embedded database for tests, in a process of its own that ends with the one that started it. */
import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { PostgresSocket } from '../embedded/postgres-socket'

const engine = await PGlite.create({ loadDataDir: new Blob([readFileSync(process.argv[2] ?? '')]) })
const port = await new PostgresSocket(engine).listen(0)
process.once('disconnect', () => process.exit())
// A Ctrl-C reaches every process of the terminal; the tests still have things to write.
process.on('SIGINT', () => {})
process.send?.(`postgres://postgres@127.0.0.1:${port}/postgres`)
