import type { Random } from '../../town/random.ts'
import { afterWorking } from './clock.ts'
import type { HazardDraft } from './outing.ts'

const FIRE = ['灭火器过期', '安全出口堆放杂物', '应急照明不亮', '电线私拉乱接']
const GAS = ['燃气软管老化', '未装燃气泄漏报警器', '气瓶间通风不足', '减压阀超期使用']

/** What is found at which kind of visit. */
export const HAZARDS: Record<string, readonly string[]> = {
  'internet-cafe': FIRE,
  entertainment: FIRE,
  'print-shop': FIRE,
  'street-shop': FIRE,
  'petrol-station': ['卸油口静电接地松动', '消防沙不足', '警示标志缺失'],
  'gas-station': ['充装记录不全', '报警探头未校验', '消防通道被占'],
  'gas-user': GAS,
  'e-bike-night': ['电动自行车在楼道充电', '飞线充电'],
}

/** A hazard of a visit at `at`, rectified within days, a major one sooner. Undefined where the kind knows none. */
export function hazardAt(kind: string, at: number, grade: 'general' | 'major', dice: Random): HazardDraft | undefined {
  const problems = HAZARDS[kind]
  if (problems === undefined) return undefined
  const days = grade === 'major' ? dice.range(0.3, 2.5) : dice.range(1, 12)
  return { grade, problem: dice.pick(problems), rectifiedAt: afterWorking(at, days * 480) }
}
