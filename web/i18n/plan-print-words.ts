import { addWords } from './add-words.ts'
import en from './plan-print.en.json' with { type: 'json' }
import zh from './plan-print.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
