// Loaded before the server: at SIGUSR2 it collects its garbage and writes what is left, in bytes, to the file that is named.
const { writeFileSync } = require('node:fs')
const { setFlagsFromString } = require('node:v8')
const { runInNewContext } = require('node:vm')

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

process.on('SIGUSR2', () => {
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  writeFileSync(process.env.TELL_MEMORY_TO, String(heapUsed + external))
})
