import { random } from '../../data/cities/town/random.ts'
import type { WasteManifest } from '../contract/manifest.ts'
import { manifestsBetween } from '../waste/manifest-store.ts'
import { sitesOf } from '../waste/site-store.ts'
import { type ManifestNeeds, takeManifests } from '../waste/take-manifests.ts'

const DAYS = 30
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** One of the sites loses more on the way than a weighbridge errs by. */
const LOSING_SHARE = 0.88

/** 演示数据: loads of the last 30 days between the building sites and the disposal site of a demo city, in a store that has none. */
export async function makeDemoManifests(needs: ManifestNeeds): Promise<void> {
  const { area, store, now } = needs
  if ((await manifestsBetween(store.db, area, { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER })).length > 0) return
  const things = await sitesOf(store.db, area)
  const sites = things.filter(({ kind }) => kind === 'building-site')
  const disposal = things.find(({ kind }) => kind === 'disposal') ?? things.find(({ kind }) => kind === 'designated')
  if (!disposal || sites.length === 0) return
  const manifests = sites.slice(0, 6).flatMap((site, index) => loadsOf(site, disposal.id, index, now().getTime()))
  await takeManifests(manifests, 'system:demo', needs)
}

function loadsOf(
  site: { id: string; name: string },
  disposalId: string,
  index: number,
  nowMs: number,
): WasteManifest[] {
  const dice = random(index, `manifests ${site.id}`)
  const today = Math.floor((nowMs + 8 * HOUR_MS) / DAY_MS) * DAY_MS - 8 * HOUR_MS
  return Array.from({ length: DAYS }, (_, day) => day).flatMap((day) =>
    Array.from({ length: dice.int(0, 3) }, (_, load) => {
      const leftMs = today - (DAYS - day) * DAY_MS + (9 + load * 2) * HOUR_MS + dice.int(0, 3_000) * 1_000
      const dischargedT = tonnes(dice.range(14, 24))
      const arrives = !dice.chance(0.02)
      const share = index === 1 ? LOSING_SHARE : dice.range(0.985, 1.005)
      return {
        ...{ id: `DEMO-${site.id}-${day + 1}-${load + 1}`, projectId: site.id, disposalId, plate: '' },
        projectName: site.name,
        carrier: '演示数据',
        ...{ dischargedAt: new Date(leftMs).toISOString(), dischargedT },
        receivedAt: arrives ? new Date(leftMs + dice.int(20, 50) * 60_000).toISOString() : null,
        receivedT: arrives ? tonnes(dischargedT * share) : null,
      }
    }),
  )
}

const tonnes = (value: number): number => Math.round(value * 100) / 100
