import { expect, test } from 'vitest'
import { unsealedOf } from '../../../server/complainants/complainant-store.ts'
import { keepComplainant } from '../../../server/complainants/keep-complainant.ts'
import { keepSecrets, NO_SECRETS, secretsOf } from '../../../server/people/secret-store.ts'
import { keepOriginal, originalOf } from '../../../server/photos/photo-store.ts'
import { checkKeys } from '../../../server/store/open-keys.ts'
import { reseal } from '../../../server/store/reseal.ts'
import { type Keys, keysOf } from '../../../server/store/seal.ts'
import { onEachEngine } from '../../support/engines.ts'
import { SUO } from '../../support/entries.ts'

const key = (fill: number) => Buffer.alloc(32, fill)
const old = keysOf([key(1)])
const both = keysOf([key(2), key(1)])
const newest = keysOf([key(2)])
const complainant = { name: '张三', phone: '13812345678' }

onEachEngine((place) => {
  const kept = async (keys: Keys) => {
    const store = await (await place()).open()
    await store.transaction(SUO, async (tx) => {
      for (let i = 0; i < 25; i += 1)
        await keepComplainant(tx, keys, { caseId: 'c', reportId: `report-${i}`, complainant, at: new Date(0) })
      const photo = { id: 'photo-1', caseId: 'c', format: 'jpeg', bytes: Buffer.from('photo'), at: new Date(0) }
      await keepOriginal(tx, keys, photo)
      await keepSecrets(tx, keys, 'person-1', { ...NO_SECRETS, totp: 'IN-USE', totpWaiting: 'OFFERED' })
    })
    return store
  }
  const reports = Array.from({ length: 25 }, (_, i) => `report-${i}`)

  test('what was under an earlier key is under the newest after a night, and the earlier one is no longer asked for', async () => {
    const store = await kept(old)
    await expect(checkKeys(store.db, SUO, newest)).rejects.toThrow(/DATA_KEY/)
    expect(await reseal(store, SUO, both)).toBe(28)
    await expect(checkKeys(store.db, SUO, old)).rejects.toThrow(/DATA_KEY/)
    await checkKeys(store.db, SUO, newest)
    const found = await unsealedOf(store.db, newest, SUO, reports)
    expect([found.size, found.get('report-24')]).toEqual([25, complainant])
    expect((await originalOf(store.db, newest, SUO, 'photo-1'))?.bytes.toString()).toBe('photo')
    expect(await secretsOf(store.db, newest, SUO, 'person-1')).toMatchObject({ totp: 'IN-USE', totpWaiting: 'OFFERED' })
    expect(await reseal(store, SUO, newest)).toBe(0)
  })

  test('a row that does not open stops it, and the earlier key stays known', async () => {
    const store = await kept(old)
    await store.transaction(SUO, async (tx) => {
      await tx.db
        .updateTable('complainants')
        .set({ sealed: Buffer.alloc(40) })
        .where('report_id', '=', 'report-9')
        .execute()
    })
    await expect(reseal(store, SUO, both)).rejects.toThrow(/report-9/)
    await checkKeys(store.db, SUO, both)
    await expect(checkKeys(store.db, SUO, newest)).rejects.toThrow(/DATA_KEY/)
  })
})
