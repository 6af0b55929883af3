import { build } from 'esbuild'

/** Left out of a bundle because they are native or load themselves; the server's own copies stand beside it. */
const NOT_BUNDLED = ['@node-rs/argon2', 'pg', 'pino']

/** The shell's commands as files that need neither the sources nor a compiler: an image has only the server's folder. */
export async function bundleCommands(folder: string) {
  await build({
    entryPoints: ['launch/member.ts', 'launch/rederive.ts', 'launch/audit.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['react-server'],
    external: NOT_BUNDLED,
    // What is CommonJS in a bundle still asks for Node's own modules by `require`.
    banner: { js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)" },
    logLevel: 'warning',
  })
}
