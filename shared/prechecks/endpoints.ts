import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Cursor, Id } from '../foundation/id'
import { PersonName, plainText } from '../identity/fields'
import { matrix } from '../identity/matrix'
import { Precheck, PrecheckSummary, WaitingPrecheck } from './precheck'
import { precheckSettings } from './settings'

/** Begins a pre-check of a service; nobody sees it before it is sent. */
export const createPrecheck = endpoint({
  method: 'POST',
  path: '/prechecks',
  summary: '开始预审',
  allow: matrix.ownThings,
  input: z.object({ hallId: Id, serviceId: Id }),
  output: Precheck,
  status: 201,
  refuses: ['not-found'],
  collects: true,
})

/** The files of one line of the guide's list, all of them; an empty list takes them away. */
export const setPrecheckMaterial = endpoint({
  method: 'POST',
  path: '/prechecks/{precheckId}/materials/{materialId}',
  summary: '放预审照片',
  allow: matrix.ownThings,
  input: z.object({
    precheckId: Id,
    materialId: Id,
    fileIds: z.array(Id).check(z.maxLength(precheckSettings.mostFiles, '一次最多10张，请去掉几张')),
  }),
  output: Precheck,
  refuses: ['not-found', 'wrong-status'],
  collects: true,
})

/** Sends it to the window; again after an answer, with what was not right replaced. */
export const submitPrecheck = endpoint({
  method: 'POST',
  path: '/prechecks/{precheckId}/submit',
  summary: '发给窗口预审',
  allow: matrix.ownThings,
  input: z.object({ precheckId: Id, name: PersonName }),
  output: Precheck,
  refuses: ['not-found', 'wrong-status', 'precheck-empty', 'precheck-rounds-over', 'file-not-ready'],
  collects: true,
})

/** Takes it back; the photos are deleted. */
export const withdrawPrecheck = endpoint({
  method: 'POST',
  path: '/prechecks/{precheckId}/withdraw',
  summary: '撤回预审',
  allow: matrix.ownThings,
  input: z.object({ precheckId: Id }),
  output: Precheck,
  refuses: ['not-found', 'wrong-status'],
})

/** One pre-check; the desk sees what was sent to its hall. */
export const viewPrecheck = endpoint({
  method: 'GET',
  path: '/prechecks/{precheckId}',
  summary: '看预审',
  allow: matrix.viewPrecheck,
  input: z.object({ precheckId: Id }),
  output: Precheck,
  refuses: ['not-found'],
})

/** The caller's pre-checks, newest first; pages of 20. */
export const listMyPrechecks = endpoint({
  method: 'GET',
  path: '/prechecks',
  summary: '我的预审',
  allow: matrix.ownThings,
  input: z.object({ cursor: z.optional(Cursor) }),
  output: z.object({ prechecks: z.array(PrecheckSummary), cursor: z.optional(Cursor) }),
  refuses: [],
})

/** Who waits for the window's answer, longest first; pages of 20. Names masked. */
export const listDeskPrechecks = endpoint({
  method: 'GET',
  path: '/desk/prechecks',
  summary: '等窗口看的预审',
  allow: matrix.desk,
  input: z.object({ hallId: Id, cursor: z.optional(Cursor) }),
  output: z.object({ prechecks: z.array(WaitingPrecheck), cursor: z.optional(Cursor) }),
  refuses: ['not-found'],
})

/** The window says of every material that was sent whether it will do, and if not, why; the person is told. */
export const answerPrecheck = endpoint({
  method: 'POST',
  path: '/desk/prechecks/{precheckId}/answer',
  summary: '答复预审',
  allow: matrix.desk,
  input: z.object({
    precheckId: Id,
    answers: z
      .array(z.object({ materialId: Id, ok: z.boolean(), reason: z.optional(plainText(60, '原因')) }))
      .check(z.maxLength(100, '太多了')),
  }),
  output: Precheck,
  refuses: ['not-found', 'wrong-status'],
})
