import { expect, test } from 'vitest'
import { frame } from '../../../server/live/frame.ts'
import { type Frame, frameReader } from '../../../web/live/frames.ts'
import { newsOf } from '../../../web/live/live-news.ts'

const pulse = (seq: number) => ({ seq, at: '2026-11-22T08:00:00.000Z' })

test('a stream cut into pieces anywhere is read as the same events', () => {
  const text = `retry: 3000\n\n${frame('pulse', pulse(7), 7)}: a remark\n\n${frame('position', { crewId: '路灯一组' })}`
  for (const line of ['\n', '\r\n', '\r']) {
    const whole = text.replaceAll('\n', line)
    for (let cut = 0; cut <= whole.length; cut++) {
      const read = frameReader()
      // A lone CR at the very end may be half of a CRLF: only what follows tells.
      const frames = [...read(whole.slice(0, cut)), ...read(whole.slice(cut)), ...read('data: x\n\n')].slice(0, 2)
      expect(frames.map(({ event, id }) => [event, id])).toEqual([
        ['pulse', '7'],
        ['position', undefined],
      ])
      expect(JSON.parse(frames[1]?.data ?? '')).toEqual({ crewId: '路灯一组' })
    }
  }
})

test('what is not ended by an empty line is no event', () => {
  expect(frameReader()('event: pulse\nid: 9\ndata: {"seq"')).toEqual([])
})

const read = (event: string, data: string): ReturnType<typeof newsOf> =>
  newsOf({ event, id: '1', data } satisfies Frame)

test('an event that is not as the contract says is unreadable, one of a name unknown is nothing', () => {
  expect(read('pulse', JSON.stringify(pulse(7)))).toMatchObject({ event: 'pulse', data: { seq: 7 } })
  expect(read('pulse', '{"seq": "seven"}')).toEqual({ event: 'unreadable', data: { name: 'pulse' } })
  expect(read('change', '{')).toEqual({ event: 'unreadable', data: { name: 'change' } })
  expect(read('weather', '{}')).toBeUndefined()
})

test('what a newer server adds to an event does not make it unreadable', () => {
  expect(read('pulse', JSON.stringify({ ...pulse(7), mood: 'calm' }))).toMatchObject({ event: 'pulse' })
})
