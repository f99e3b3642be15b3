import { expect, inject, test } from 'vitest'
import { wallSoak } from '../bench/wall-soak.ts'

const DIST = process.env.TEST_WEB_DIR ?? 'web/dist'
const chromium = inject('chromium')
/** Fewer refreshes between the first weighing and the last say nothing. */
const FEWEST = 100
/** Of the round. */
const SCENES = 8

/** The short form of `npm run bench -- wall-soak`, which runs through a whole day of refreshes: it ends by time, and judges what it got. */
test.skipIf(chromium === null)(
  'a wall holds as much after hundreds of refreshes as after the first of them',
  async () => {
    const { rows, growth, minutes, scenes, redraws, draws, faults, refreshes, events } = await wallSoak({
      ...{ refreshes: 300, events: 870, speed: 48, size: [320, 180], parts: 3, mostMs: 60_000 },
      ...{ webDir: DIST, executablePath: chromium ?? undefined },
    })
    console.log({ minutes, refreshes, events, scenes, redraws, draws, growth })
    expect(rows).toHaveLength(3)
    expect(refreshes - (rows[0]?.refreshes ?? 0)).toBeGreaterThanOrEqual(FEWEST)
    expect(scenes).toBeGreaterThanOrEqual(SCENES)
    expect(redraws).toBeGreaterThan(refreshes)
    expect(growth.heldMB).toBeLessThan(1.05)
    // What a browser makes of a script that it runs often is more of the whole in a minute than in a day.
    expect(growth.heapMB).toBeLessThan(1.08)
    expect(growth.listeners).toBeLessThan(1.02)
    // A mark a case: of some sixty that are open, a few more or less.
    expect(growth.nodes).toBeLessThan(1.1)
    for (const what of ['textures', 'buffers', 'otherGl'] as const) expect(growth[what], what).toBeLessThan(1.1)
    expect(faults).toEqual([])
  },
  300_000,
)
