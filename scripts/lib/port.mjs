// The port to serve on, and whether it is free: asked before anything is started, so that the answer is a sentence.
import { connect, createServer } from 'node:net'
import { Stop } from './stop.mjs'

export const host = '127.0.0.1'

/** PORT, or 8787. */
export function wantedPort(text = process.env.PORT) {
  if (!text) return 8787
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port
  throw new Stop(
    `PORT is "${text}": it must be a number from 1 to 65535, for example PORT=8788 npm run dev`,
    2,
  )
}

/** @param {number} port */
export async function assertFree(port) {
  const reason = (await isAnswering(port)) ? 'EADDRINUSE' : await bindError(port)
  if (reason === 'EACCES')
    throw new Stop(`Port ${port} may not be used without more rights. Choose a PORT above 1023.`)
  if (reason)
    throw new Stop(
      `Port ${port} is taken by another program, perhaps another \`npm run dev\`. End it, or choose another port: PORT=${port === 65535 ? 8788 : port + 1} npm run dev`,
    )
}

/**
 * Some systems let a second program listen where one listens on all addresses: so knock first.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isAnswering(port) {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: 1000 })
    const answer = (/** @type {boolean} */ yes) => () => {
      socket.destroy()
      resolve(yes)
    }
    socket.once('connect', answer(true)).once('error', answer(false)).once('timeout', answer(false))
  })
}

/**
 * @param {number} port
 * @returns {Promise<string | undefined>}
 */
function bindError(port) {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', error => resolve(/** @type {NodeJS.ErrnoException} */ (error).code))
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}
