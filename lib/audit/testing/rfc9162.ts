/** What a stranger verifies a proof by: written from RFC 9162 (2.1.3.2 and 2.1.4.2), and of nothing of ours. */
import { createHash } from 'node:crypto'

const join = (left: string, right: string) =>
  createHash('sha256')
    .update(Buffer.of(1))
    .update(Buffer.from(left + right, 'hex'))
    .digest('hex')

type Inclusion = { leaf: string; index: number; size: number; path: string[]; root: string }

export function isIncluded({ leaf, index, size, path, root }: Inclusion): boolean {
  if (index >= size) return false
  let [fn, sn, r] = [index, size - 1, leaf]
  for (const p of path) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      r = join(p, r)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
    } else r = join(r, p)
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  return sn === 0 && r === root
}

type Consistency = { first: number; second: number; firstRoot: string; secondRoot: string; path: string[] }

export function isConsistent({ first, second, firstRoot, secondRoot, path }: Consistency): boolean {
  if (first === second) return path.length === 0 && firstRoot === secondRoot
  const isPower = Number.isInteger(Math.log2(first))
  const [start, ...rest] = isPower ? [firstRoot, ...path] : path
  if (start === undefined || path.length === 0) return false
  let [fn, sn] = [first - 1, second - 1]
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  let [fr, sr] = [start, start]
  for (const c of rest) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      ;[fr, sr] = [join(c, fr), join(c, sr)]
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
    } else sr = join(sr, c)
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  return fr === firstRoot && sr === secondRoot && sn === 0
}
