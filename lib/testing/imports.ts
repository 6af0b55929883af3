import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export type Import = { from: string; to: string }

const IMPORTED = /(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)'([^']+)'/gm

/** What the files below a folder of the repository import of it, also for types alone; tests and what is made for them left aside. */
export function importsBetweenFiles(folder: string): Import[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|(^|\/)testing\//.test(name))
    .flatMap((name) => importsOf(join(folder, name)))
}

function importsOf(from: string): Import[] {
  return Array.from(readFileSync(from, 'utf8').matchAll(IMPORTED), ([, specifier = '']) => fileOf(from, specifier))
    .filter((to) => to !== null)
    .map((to) => ({ from, to }))
}

const LOADED_FIRST = /^(?:import|export) (?!type )([^;]*? from )?'([^']+)'/gm

/** What comes with a file at once: files and packages that it imports for their values, not only when it asks for them. */
export function loadedWith(file: string): string[] {
  return Array.from(readFileSync(file, 'utf8').matchAll(LOADED_FIRST))
    .filter(([, names = '']) => !/^\{(?:\s*type \w+,?)*\s*\} from $/.test(names))
    .map(([, , specifier = '']) => fileOf(file, specifier) ?? specifier)
}

/** Null for a package. */
function fileOf(from: string, specifier: string): string | null {
  const path = specifier.startsWith('@/') ? specifier.slice(2) : normalize(join(dirname(from), specifier))
  if (!specifier.startsWith('@/') && !specifier.startsWith('.')) return null
  return ['', '.ts', '.tsx'].map((extension) => path + extension).find((file) => existsSync(file)) ?? path
}
