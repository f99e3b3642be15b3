import { random } from '../../../town/random.ts'
import { dayOf, instantAt } from '../clock.ts'
import type { CaseDraft } from '../draft-case.ts'
import { figure, reported } from '../figures-2024.ts'
import { spotPicker } from '../pick-spot.ts'
import type { Town } from '../town.ts'
import { spreadOver, workingDays } from './spread.ts'
import { someOf, toldCase } from './told-case.ts'

/** What people came about, with what was done: none of it is among the things that the report counts elsewhere. */
const MATTERS = [
  ['06010', '屋后有散落垃圾', 'cleared'],
  ['06028', '歌舞厅夜间声音大', 'admonished'],
  ['06030', '邻居向巷内倒污水', 'admonished'],
  ['06027', '饭馆烟道朝向住户', 'put-right'],
  ['09006', '摊位堵住院门', 'persuaded'],
  ['06042', '垃圾箱满溢，有异味', 'cleared'],
  ['06013', '巷口路面坑槽', 'put-right'],
  ['06001', '邻居加建台阶占道', 'put-right'],
  ['06038', '巷内散养家畜', 'persuaded'],
  ['08001', '工地夜间施工', 'admonished'],
] as const

/** The people received in person, beyond `already` of them who came about something else that is told of. */
export function peopleReceived(town: Town, seed: number, already: number): CaseDraft[] {
  const dice = random(seed, '2024 people')
  const pick = spotPicker(town)
  const count = reported('people-received') - already
  const unsolved = reported('problems-unsolved')
  return spreadOver(count, workingDays(), dice).map((day, i) => {
    const spot = pick({ layer: null }, 'reception', dice) ?? dice.pick(someOf(town.kerb, 'street'))
    const [code, problem, outcome] = dice.pick(MATTERS)
    const hopeless = i >= Math.floor(count / 2) && i < Math.floor(count / 2) + unsolved
    const told = hopeless
      ? { code: '06048', problem: '屋后挡土墙渗水，须上级立项治理', outcome: 'not-solved', quantity: null }
      : { code, problem, outcome, quantity: { value: 1, unit: 'person' } as const }
    return toldCase(
      town,
      { kind: 'matter', source: 'reception', ...told, minutes: dice.range(90, 900) },
      spot,
      day,
      dice,
    )
  })
}

/** The video of 10 May: seen in the morning, checked on the spot, cleared the same day. */
export function onlineVideo(town: Town, seed: number): CaseDraft {
  const dice = random(seed, '2024 video')
  const day = dayOf(figure('online-videos').on ?? '')
  const station = dice.pick(someOf(town.spotsOf('venues', 'petrol-station'), 'petrol station'))
  // Outside the fence: some metres towards the road.
  const [x, y] = town.plane(station.location)
  const spot = town.spotAt(town.position([x + 9, y - 14]), null)
  return toldCase(
    town,
    {
      kind: 'matter',
      code: '06010',
      source: 'online-opinion',
      problem: '网络视频反映加油站围栏外有垃圾',
      outcome: 'cleared',
      quantity: null,
      pace: 'emergency',
      minutes: 95,
      at: instantAt(day, 628),
    },
    spot,
    day,
    dice,
  )
}
