/** Fields that name a person, with the words a person reads when one is not right. */
import * as z from 'zod/mini'
import { idNumberTrouble, readIdNumber, toHalfWidth } from './identity'

const unsafe = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/

/** Plain text of a person: no control, zero-width or direction-changing characters; trimmed. */
export const plainText = (max: number, what: string) =>
  z.pipe(
    z.string(`请填${what}`).check(z.trim()),
    z.string().check(
      z.maxLength(max, `${what}最多${max}个字`),
      z.refine((text) => !unsafe.test(text.replace(/\n/g, '')), `${what}里有看不见的字符，请重新输入`),
    ),
  )

/** A person's name, 1 to 50 characters, rare characters kept. */
export const PersonName = z.pipe(plainText(50, '姓名'), z.string().check(z.minLength(1, '请填姓名')))

/** A mainland mobile number; full-width digits, blanks and +86 are forgiven. */
export const Phone = z.pipe(
  z.pipe(
    z.string('请填手机号'),
    z.transform((text: string) =>
      toHalfWidth(text)
        .replace(/[\s-]/g, '')
        .replace(/^(\+?86)(?=1\d{10}$)/, ''),
    ),
  ),
  z.string().check(z.regex(/^1[3-9]\d{9}$/, '手机号要11位数字，请检查一下')),
)

/** An 18-character resident ID number with a right check digit; what is wrong is told exactly. */
export const IdNumber = z.pipe(
  z.pipe(z.string('请填身份证号'), z.transform(readIdNumber)),
  z.string().check((read) => {
    const message = idNumberTrouble(read.value)
    if (message) read.issues.push({ code: 'custom', message, input: read.value })
  }),
)
