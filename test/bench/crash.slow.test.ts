import { expect, test } from 'vitest'
import { crash } from './crash.ts'

test('20 kills -9 during writes on each engine lose nothing that was acknowledged', { timeout: 180_000 }, async () => {
  for (const figures of await crash({ rounds: 20 })) {
    console.log(JSON.stringify(figures))
    expect(figures.acknowledged).toBeGreaterThan(100)
    expect(figures).toMatchObject({ lost: 0, torn: 0, brokenChains: 0, strayStates: 0 })
  }
})
