import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'

export interface PageWeight {
  /** Of script, after everything that nobody holds was thrown away; with the machine code that the engine makes of what runs often, some of it late. */
  heapMB: number
  /** The same without that code: what the page itself holds. */
  heldMB: number
  nodes: number
  listeners: number
  textures: number
  buffers: number
  /** All other objects on the graphics card. */
  otherGl: number
  /** Of the process that draws the page, with its workers and what is not script's, and with the bodies of all answers, of which the browser keeps the
   *  last 200 MB for whoever drives it. For the eye; no bound is set to it. */
  processMB: number
}

/** Weighs a page as it stands; let it come to rest before. */
export async function weighPage(page: Page, session: CDPSession): Promise<PageWeight> {
  const heapMB = await heapOf(page, session)
  // Whoever counts calls exactly is given functions without that code.
  await session.send('Profiler.enable')
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  await session.send('Profiler.stopPreciseCoverage')
  await session.send('Profiler.disable')
  const heldMB = await heapOf(page, session)
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  const gl = (await page.evaluate('window.wallGl ?? {}')) as Record<string, number>
  const { Texture: textures = 0, Buffer: buffers = 0, ...others } = gl
  return {
    ...{ heapMB, heldMB, nodes, listeners: jsEventListeners, textures, buffers },
    otherGl: Object.values(others).reduce((sum, count) => sum + count, 0),
    processMB: await rendererMB(page),
  }
}

async function heapOf(page: Page, session: CDPSession): Promise<number> {
  for (let turn = 0; turn < 2; turn++) {
    await session.send('HeapProfiler.collectGarbage')
    await page.waitForTimeout(150)
  }
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

async function rendererMB(page: Page): Promise<number> {
  const browser = page.context().browser()
  if (!browser || process.platform !== 'linux') return 0
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentMB(id))
  return Math.max(0, ...sizes)
}

function residentMB(pid: number): number {
  try {
    const [kB = 0] = (/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []).slice(1).map(Number)
    return kB / 1_000
  } catch {
    return 0
  }
}
