import { execFileSync } from 'node:child_process'

/** Megabytes are resident ones, of 2^20 bytes. */
type Process = { pid: number; parent: number; megabytes: number; command: string }

export function listProcesses(): Process[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' }).split('\n')
  return lines.flatMap((line) => {
    const [, pid, parent, kilobytes, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return pid ? [{ pid: Number(pid), parent: Number(parent), megabytes: Number(kilobytes) / 1024, command }] : []
  })
}

const stopped = new Set<number>()
// A process that stands still notices neither a signal nor the end of who started it.
process.once('exit', () => stopped.forEach((pid) => signal(pid, 'SIGCONT')))

/** False when it is not there any more; 0 only asks. */
export function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  if (name === 'SIGSTOP') stopped.add(pid)
  if (name === 'SIGCONT') stopped.delete(pid)
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}
