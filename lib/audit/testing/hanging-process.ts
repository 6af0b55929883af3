/** A process for tests that ends while it waits, on a thread, for somebody to write into the pipe that it is told of. */
import { open, stat } from 'node:fs/promises'
import { leaveVolume, onVolume } from '../hanging-volume'

const pipe = process.argv[2] ?? ''
process.once('exit', leaveVolume)
void onVolume(() => open(pipe, 'r'))
// Threads take what is asked of them in turn: the pipe is being opened by now.
await stat(pipe)
process.exit(0)
