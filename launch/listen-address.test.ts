import { expect, test } from 'vitest'
import { dataDirOf } from './data-dir'
import { LOOPBACK, requireFreeAddress, requireFreePort } from './listen-address'

test('what stands around a port, an address or a folder is none of it', async () => {
  await expect(requireFreePort('0\r', 'PORT', LOOPBACK)).resolves.toBe('0')
  await expect(requireFreeAddress({ NODE_ENV: 'test', PORT: ' 0 ', BIND_ADDRESS: ' 127.0.0.1\r' })).resolves.toEqual({
    HOSTNAME: '127.0.0.1',
    PORT: '0',
  })
  expect(dataDirOf({ NODE_ENV: 'test', DATA_DIR: '.data\r' })).toBe('.data')
  expect(dataDirOf({ NODE_ENV: 'test', DATA_DIR: ' ' })).toBe('.data')
})

test.each([' ', '', 'high', '65536', '1.5'])('%j is no port', async (value) => {
  await expect(requireFreePort(value, 'SANDBOX_PORT', LOOPBACK)).rejects.toThrow(
    'SANDBOX_PORT must be a whole number from 0 to 65535.',
  )
})
