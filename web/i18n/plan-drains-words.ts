import { addWords } from './add-words.ts'
import en from './plan-drains.en.json' with { type: 'json' }
import zh from './plan-drains.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
