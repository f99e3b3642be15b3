/** Other tabs of this browser stand on the same screen: so long no second one rings for the same. */
const HOLD_MS = 10_000
const NAME = 'gridkeeper-alarm'

/** Rings for these alarms unless another tab of this browser does. The lock decides which: two tabs hear of an alarm in the same moment. Where
 *  there are no locks, which need HTTPS, each tab rings. */
export async function ringOnce(ids: readonly string[], ring: () => void): Promise<void> {
  const locks: LockManager | undefined = globalThis.navigator?.locks
  if (!locks) return ring()
  const mine = await Promise.all(ids.map((id) => claim(locks, id)))
  if (mine.some(Boolean)) ring()
}

/** Holds the turn of an alarm for a while; false where another tab has it. */
const claim = (locks: LockManager, id: string): Promise<boolean> =>
  new Promise((resolve) => {
    void locks.request(`${NAME} ${id}`, { ifAvailable: true }, async (lock) => {
      resolve(lock !== null)
      if (lock) await new Promise((done) => setTimeout(done, HOLD_MS))
    })
  })
