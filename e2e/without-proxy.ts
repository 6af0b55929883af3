import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { temporaryFolder } from './temporary-folder'

const functionsManifest = z.looseObject({ functions: z.record(z.string(), z.unknown()) })
const middlewareManifest = z.looseObject({ middleware: z.record(z.string(), z.unknown()) })

/** A copy of the build in which proxy.ts never runs; throws when the build's manifests no longer name it where they did. */
export function buildWithoutProxy(): string {
  const copy = join(temporaryFolder('without-proxy'), 'standalone')
  cpSync('.next/standalone', copy, { recursive: true, verbatimSymlinks: true })
  const removed = [dropFunction(copy), dropMiddleware(copy)]
  if (!removed.includes(true)) throw new Error('the build names no proxy: this test would prove nothing')
  return join(copy, 'server.js')
}

function dropFunction(copy: string): boolean {
  const file = join(copy, '.next/server/functions-config-manifest.json')
  if (!existsSync(file)) return false
  const manifest = functionsManifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  const named = '/_middleware' in manifest.functions
  delete manifest.functions['/_middleware']
  writeFileSync(file, JSON.stringify(manifest))
  return named
}

function dropMiddleware(copy: string): boolean {
  const file = join(copy, '.next/server/middleware-manifest.json')
  const manifest = middlewareManifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  const named = Object.keys(manifest.middleware).length > 0
  writeFileSync(file, JSON.stringify({ ...manifest, middleware: {} }))
  return named
}
