// Must hold 11.
import { expect, test } from 'vitest'
import { allowedUrl, isPublicAddress } from './address'

const refused = { code: 'recording_refused' }

test.each([
  ...['127.0.0.1', '127.8.9.1', '0.0.0.0', '0.1.2.3', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...['169.254.169.254', '100.64.0.1', '100.127.255.255', '192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1'],
  ...['203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', '192.88.99.1'],
  ...[
    '::',
    '::1',
    '::127.0.0.1',
    '::7f00:1',
    '200::1',
    '4000::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:0:127.0.0.1',
  ],
  ...['fe80::1', 'febf::1', 'fec0::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '64:ff9b::7f00:1', '64:ff9b:1::a00:1'],
  ...['2002:7f00:1::1', '2001::1', '2001:db8::1', '100::1', '5f00::1', '3fff::1', 'not an address', ''],
])('%s is no public address', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['8.8.8.8', '1.1.1.1', '93.184.216.34', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450::1'])(
  '%s is a public address',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test.each([
  ...['https://cdn.example.com/a.wav', 'https://cdn.example.com:443/a.wav?signature=x', 'https://8.8.8.8/a.wav'],
  ...['https://[2606:4700:4700::1111]/a.wav', 'HTTPS://CDN.example.com/a.wav'],
])('without listed hosts %s is allowed', (address) => {
  expect(allowedUrl(address, []).protocol).toBe('https:')
})

test.each([
  ...[
    'http://cdn.example.com/a.wav',
    'https://cdn.example.com:8443/a.wav',
    'ftp://cdn.example.com/a',
    'file:///etc/passwd',
  ],
  ...['https://user:secret@cdn.example.com/', 'https://user@cdn.example.com/', 'data:audio/wav,x', 'a.wav', ''],
  ...['https://127.0.0.1/', 'https://2130706433/', 'https://0x7f000001/', 'https://0177.0.0.1/', 'https://127.1/'],
  ...[
    'https://0/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://169.254.169.254/',
  ],
  ...['https://①②⑦.0.0.1/', 'https://%31%32%37.0.0.1/', 'https://[64:ff9b::7f00:1]/', 'https://10.0.0.1./'],
])('without listed hosts %s is refused', (address) => {
  expect(() => allowedUrl(address, [])).toThrow(expect.objectContaining(refused))
})

const hosts = ['localhost:4010', 'media.internal', '10.1.2.3', '[::1]:9000']

test.each([
  ...[
    'http://localhost:4010/a.wav',
    'https://localhost:4010/a.wav',
    'http://media.internal/a.wav',
    'http://10.1.2.3/a.wav',
  ],
  ...['https://media.internal/a.wav', 'http://[::1]:9000/a.wav', 'https://media.internal:443/a.wav'],
])('a listed host is allowed whatever its address: %s', (address) => {
  expect(allowedUrl(address, hosts).href).toContain('a.wav')
})

test.each([
  ...['http://localhost/', 'http://localhost:4011/', 'https://cdn.example.com/a.wav', 'http://media.internal:8080/'],
  ...[
    'http://media.internal.example.com/',
    'http://user:secret@localhost:4010/',
    'ftp://media.internal/',
    'http://127.0.0.1:4010/',
  ],
])('with listed hosts any other is refused: %s', (address) => {
  expect(() => allowedUrl(address, hosts)).toThrow(expect.objectContaining(refused))
})

test('a listed port may be the usual one', () => {
  expect(allowedUrl('https://cdn.example.com/a.wav', ['cdn.example.com:443']).port).toBe('')
  expect(() => allowedUrl('http://cdn.example.com/a.wav', ['cdn.example.com:443'])).toThrow()
})
