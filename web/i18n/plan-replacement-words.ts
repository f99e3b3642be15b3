import { addWords } from './add-words.ts'
import en from './plan-replacement.en.json' with { type: 'json' }
import zh from './plan-replacement.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
