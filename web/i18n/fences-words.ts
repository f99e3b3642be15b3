import { addWords } from './add-words.ts'
import en from './fences.en.json' with { type: 'json' }
import zh from './fences.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
