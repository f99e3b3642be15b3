import { addWords } from './add-words.ts'
import en from './plan-ranked.en.json' with { type: 'json' }
import zh from './plan-ranked.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
