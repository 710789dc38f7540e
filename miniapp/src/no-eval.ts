import * as z from 'zod/mini'

// WeChat forbids code made from text. Some hosts say so only by doing nothing, which zod takes for leave: it must not try.
z.config({ jitless: true })
