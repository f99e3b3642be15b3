import { createInterface } from 'node:readline/promises'
import type { Text } from '../../contract/layer.ts'
import type { Speaker } from './say.ts'

/** Speaks on the terminal: Chinese, or English where the machine's language is English (LANG) or `LANGUAGE=en` asks for it. */
export function terminalSpeaker(environment: Record<string, string | undefined>): Speaker {
  const language = (environment.LANGUAGE || environment.LC_ALL || environment.LANG || '').startsWith('en') ? 'en' : 'zh'
  const live = process.stdout.isTTY
  let passing = false
  const clear = () => {
    if (passing) process.stdout.write('\r\u001b[2K')
    passing = false
  }
  return {
    say(text: Text) {
      clear()
      process.stdout.write(`${text[language]}\n`)
    },
    pass(text: Text) {
      if (!live) return
      process.stdout.write(`\r\u001b[2K${text[language]}`)
      passing = true
    },
    async ask(question: Text) {
      clear()
      if (!process.stdin.isTTY) return false
      const lines = createInterface({ input: process.stdin, output: process.stdout })
      const answer = await lines.question(`${question[language]} [y/N] `)
      lines.close()
      return /^(y|yes|是|好)$/i.test(answer.trim())
    },
  }
}
