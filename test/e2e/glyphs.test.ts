import { expect, test } from 'vitest'
import { inBrowser } from './visit.ts'

/** What county towns call their places: kinds of place, directions, good wishes, water, land, plants, numbers, metals, animals,
 *  colours, and the syllables of the demo city's own names. */
const COMMON = [
  '省市区县镇乡村街路道巷弄里桥站场园院校厂店楼层室号门口寺庙塔宫殿亭台坊',
  '东西南北中上下左右前后内外新老大小高低长平安宁和永兴福寿康乐吉祥庆丰',
  '山河江湖海水泉井沟渠塘池湾滩洲岛岸沙石岩土田地坡岭岗谷沿林木松柏竹柳',
  '杨梅桃李花草茶麦稻米一二三四五六七八九十百千万年月日春夏秋冬金银铜铁玉',
  '龙凤马牛羊鸡白黑红黄青绿光明阳星云雪风雷天国民人文化建设解放团结友谊胜',
  '利进索曲滨嘎亚拉赞丹广州古今双清秀美德仁义礼智信开发居',
].join('')

/** Rare, each in the name of a real kind of place: 圐圙 (an enclosure, Inner Mongolia), 㙍 (in Guangdong), 硚 (Wuhan), 塱 湴 (the Pearl
 *  River delta), 垴 峁 墚 崾 崄 (the loess), 屲 (Gansu), 埇 (Suzhou in Anhui), 氹 凼 (pools), 坣 塆 磜 垟 (Hakka and Zhejiang), 堉 䢺. */
const RARE = '堉圐圙䢺㙍塱湴硚垴峁墚崾崄屲埇氹坣塆磜垟'

inBrowser('the page’s own letters', ({ visit }) => {
  test('are there for 200 common and 20 rare characters of Chinese place names', async () => {
    expect([new Set(COMMON).size, COMMON.length, new Set(RARE).size]).toEqual([200, 200, 20])
    const reader = await visit({ width: 800, height: 600 })
    await reader.page.goto(reader.origin)
    const family = await reader.page.evaluate(() => getComputedStyle(document.body).fontFamily)
    expect(family).toMatch(/^"Noto Sans SC Variable"/)
    const missing = await reader.page.evaluate(missingGlyphs, COMMON + RARE)
    expect(missing).toEqual([])
    // What has no glyph is found out by the same eyes.
    expect(await reader.page.evaluate(missingGlyphs, '路\u{0378}')).toEqual(['\u{0378}'])
    const [shipped, not] = await reader.page.evaluate(shippedGlyphs, COMMON + RARE)
    console.log(`${shipped.length} of 220 from the shipped font; from the system: ${not.join('') || 'none'}`)
    expect([...COMMON].filter((character) => not.includes(character))).toEqual([])
  })
})

/** The characters that are drawn as the box of a missing glyph, or as nothing, in the font stack of the page. Runs in the page. */
async function missingGlyphs(text: string): Promise<string[]> {
  const font = `40px ${getComputedStyle(document.body).fontFamily}`
  await document.fonts.load(font, text)
  const canvas = new OffscreenCanvas(60, 60)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('no canvas')
  const drawn = (character: string): string => {
    pen.clearRect(0, 0, 60, 60)
    pen.font = font
    pen.fillText(character, 8, 46)
    return pen
      .getImageData(0, 0, 60, 60)
      .data.filter((_, i) => i % 4 === 3)
      .join()
  }
  // Code points that no font can have: unassigned in several planes, so that every font of the stack shows its box.
  const boxes = new Set(['\u0378', '\u0a00', '\u2fe0', '\ud840\udffe\u0301', '\u{3fffd}', ' '].map(drawn))
  return [...text].filter((character) => boxes.has(drawn(character)))
}

/** Which characters the font files of this server draw and which not. The same files are declared under another name at twice the
 *  size: what comes from them is twice as wide, what a font of this machine lends is not. Runs in the page. */
async function shippedGlyphs(text: string): Promise<[string[], string[]]> {
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule && rule.cssText.includes('Noto Sans SC Variable'))
  const probes = faces.map(({ cssText, parentStyleSheet }) => {
    const absolute = cssText.replace(
      /url\("([^"]+)"/g,
      (_, url) => `url("${new URL(url, parentStyleSheet?.href ?? '')}"`,
    )
    return absolute.replace(/font-family:[^;]+;/, 'font-family: probe; size-adjust: 200%;')
  })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(probes.join('\n'))
  document.adoptedStyleSheets.push(sheet)
  const loaded = await document.fonts.load('40px probe', text)
  if (loaded.length === 0) throw new Error('no font file of this server was read')
  const pen = new OffscreenCanvas(1, 1).getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.font = '40px probe'
  const isShipped = (character: string) => pen.measureText(character).width > 60
  return [[...text].filter(isShipped), [...text].filter((character) => !isShipped(character))]
}
