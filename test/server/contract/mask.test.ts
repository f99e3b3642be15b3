import { describe, expect, test } from 'vitest'
import { holdsPhone, maskName, maskPhone } from '../../../server/contract/mask.ts'

describe('a name', () => {
  test.each([
    ['张三', '张*'],
    ['张三丰', '张*'],
    [' 李 明 ', '李*'],
    ['王先生', '王*'],
    ['张', '张*'],
    ['欧阳修', '欧阳*'],
    ['司马相如', '司马*'],
    // A family name of one and a given name of one character that together look like a double one.
    ['欧阳', '欧*'],
    ['扎西次仁', '扎*'],
    ['阿卜杜拉·买买提', '阿*'],
    ['བཀྲ་ཤིས', 'བ*'],
    ['John Smith', 'J*'],
    ['ｊｏｈｎ', 'j*'],
    ['𠮷田', '𠮷*'],
    ['', ''],
    ['   ', ''],
  ])('%j is shown as %j', (name, shown) => expect(maskName(name)).toBe(shown))
})

describe('a phone number', () => {
  test.each([
    ['13812345678', '138****5678'],
    ['138 1234 5678', '138****5678'],
    ['138-1234-5678', '138****5678'],
    ['１３８１２３４５６７８', '138****5678'],
    ['+86 138 1234 5678', '138****5678'],
    ['008613812345678', '138****5678'],
    ['86 13812345678', '138****5678'],
    ['0896-3612312', '0896-****12'],
    ['(0896)3612312', '0896-****12'],
    ['08963612312', '0896-****12'],
    ['010-62345612', '010-****12'],
    ['021 6234 5612 转 8001', '021-****12'],
    ['+86 896 3612312', '****12'],
    ['3612312', '****12'],
    ['12345', '****'],
    ['110', '****'],
    ['+1 415 555 0199', '****99'],
    ['0086 10 62345612', '****12'],
    ['+1 110', '****'],
    ['没有', '****'],
    ['', ''],
    [' ', ''],
  ])('%j is shown as %j', (phone, shown) => expect(maskPhone(phone)).toBe(shown))

  test('never shows the middle four digits of a mobile, however it is written', () => {
    for (let middle = 1000; middle < 10_000; middle += 37) {
      for (const phone of [`138${middle}5678`, `138 ${middle} 5678`, `+86138${middle}5678`, `86-138-${middle}-5678`])
        expect(maskPhone(phone).replace(/^138/, '').replace(/5678$/, '')).not.toContain(String(middle))
    }
  })
})

test('a mobile number in a text is found, a case number and a code are none', () => {
  for (const text of ['请回电 13812345678', '电话138-1234-5678。', '１３８ １２３４ ５６７８'])
    expect(holdsPhone(text), text).toBe(true)
  for (const text of ['核实 20260101-0001', '54062601037000001', '第 12345 号', '回访'])
    expect(holdsPhone(text), text).toBe(false)
})
