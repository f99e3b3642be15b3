import type { CodeRegistry } from './code-registry.ts'
import type { Text } from './layer.ts'

const isComplete = ({ complete }: CodeRegistry, code: string, level: 'prefecture' | 'county') =>
  complete.some((row) => row.level === level && code.startsWith(row.prefix))

/** Why 6 digits are not a 区划 that a thing can stand in; undefined when they are. Exact where the list of a province is
 *  complete (see data/codes/areas-complete.csv); elsewhere the province and the prefecture must exist, and any two digits
 *  may follow. A withdrawn area is refused unless `withdrawn` allows it: codes given before it was withdrawn keep it. */
export function faultOfArea(code: string, registry: CodeRegistry, withdrawn: boolean): Text | undefined {
  const named = registry.areas.get(code)
  const province = registry.areas.get(`${code.slice(0, 2)}0000`)
  const above = registry.areas.get(`${code.slice(0, 4)}00`)
  if (!province)
    return { zh: `区划 ${code}：没有省级代码 ${code.slice(0, 2)}`, en: `area ${code}: no province ${code.slice(0, 2)}` }
  if (named?.level === 'province' || named?.level === 'group')
    return { zh: `区划 ${code} 是${named.name.zh}，不是县级区划`, en: `area ${code} is above a county` }
  if (named?.until && !withdrawn)
    return {
      zh: `区划 ${code}（${named.name.zh}）${named.until} 年已停用`,
      en: `area ${code} was withdrawn in ${named.until}`,
    }
  if (named) return undefined
  const hasPrefecture = above?.level === 'prefecture' || above?.level === 'group'
  if (!hasPrefecture && isComplete(registry, code, 'prefecture'))
    return {
      zh: `区划 ${code}：${province.name.zh}没有地级代码 ${code.slice(2, 4)}`,
      en: `area ${code}: no prefecture ${code.slice(2, 4)} in ${province.name.en || province.name.zh}`,
    }
  if (isComplete(registry, code, 'county'))
    return {
      zh: `区划 ${code} 不在${province.name.zh}的县级区划表中`,
      en: `area ${code} is not in the list of counties of ${province.name.en || province.name.zh}`,
    }
  return undefined
}
