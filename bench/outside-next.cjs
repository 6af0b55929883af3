// `server-only` throws outside a bundler; the measurements call the server's own functions.
const path = require.resolve('server-only')
require.cache[path] = Object.assign(new module.constructor(path), { filename: path, loaded: true })
