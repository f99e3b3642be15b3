import { addWords } from './add-words.ts'
import en from './scenes.en.json' with { type: 'json' }
import zh from './scenes.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
