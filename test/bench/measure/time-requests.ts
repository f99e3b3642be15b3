import { Agent, get } from 'node:http'

/** Asks for the paths one after the other on one connection, again and again for so long, and at least once each. Answers how long each
 *  took, to the last byte of the answer, in milliseconds. Throws when an answer is not 200. */
export async function timeRequests(port: number, paths: readonly string[], seconds: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  const until = performance.now() + seconds * 1000
  do {
    for (const path of paths) times.push(await timeOne(port, path, agent))
  } while (performance.now() < until)
  agent.destroy()
  return times
}

const timeOne = (port: number, path: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    const begun = performance.now()
    get({ host: '127.0.0.1', port, path, agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path} answered ${answer.statusCode}`))
      answer.resume()
      answer.once('end', () => resolve(performance.now() - begun))
      answer.once('error', reject)
    }).once('error', reject)
  })
