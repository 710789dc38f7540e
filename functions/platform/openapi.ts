/** The printed contract: OpenAPI 3.1 from the endpoints, and a page of it that a person can read. */
import type { Endpoint } from '@one-window/shared/foundation/endpoint'
import { problemStatus, problemTitle, type ProblemCode } from '@one-window/shared/foundation/problems'
import { roleWords, type Role } from '@one-window/shared/foundation/roles'
import * as z from 'zod/mini'

type JsonSchema = z.core.JSONSchema.JSONSchema

const general: readonly ProblemCode[] = ['bad-input', 'our-fault', 'busy']
const refusalsOf = (contract: Endpoint): ProblemCode[] => [
  ...general,
  ...(contract.allow === 'anyone' ? [] : (['not-signed-in', 'not-allowed'] as const)),
  ...(contract.method === 'GET' || contract.changesNothing
    ? []
    : (['idempotency-key-missing', 'idempotency-key-reused', 'not-json', 'body-too-large'] as const)),
  ...contract.refuses,
]

const schemaOf = (type: z.ZodMiniType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any', reused: 'inline' })
  return schema as JsonSchema
}
const nameOf = (contract: Endpoint): string =>
  `${contract.method.toLowerCase()}${contract.path.replace(/[^\w]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, '')}`

/** The OpenAPI document of these endpoints. */
export function openApi(contracts: readonly Endpoint[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {
    '/api/health': {
      get: {
        operationId: 'getHealth',
        summary: '服务是否正常',
        security: [],
        responses: { 200: { description: '正常' } },
      },
    },
  }
  for (const contract of contracts)
    (paths[`/api${contract.path}`] ??= {})[contract.method.toLowerCase()] = operation(contract)
  return {
    openapi: '3.1.0',
    info: { title: '大综窗 one-window', version: '0.1.0' },
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'status', 'code', 'title'],
          properties: {
            type: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string' },
            title: { type: 'string' },
            detail: { type: 'string' },
            instance: { type: 'string' },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                properties: { pointer: { type: 'string' }, message: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  }
}

function operation(contract: Endpoint): Record<string, unknown> {
  const input = schemaOf(contract.input, 'input')
  const inPath = [...contract.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
  const { properties = {}, required = [] } = input
  const rest = Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.includes(name)))
  const restRequired = required.filter((name) => !inPath.includes(name))
  const writes = contract.method === 'POST' && !contract.changesNothing
  const byStatus = new Map<number, string[]>()
  for (const code of refusalsOf(contract))
    byStatus.set(problemStatus(code), [
      ...(byStatus.get(problemStatus(code)) ?? []),
      `${code}: ${problemTitle(code)}`,
    ])
  return {
    operationId: nameOf(contract),
    summary: contract.summary,
    security: contract.allow === 'anyone' ? [] : [{ session: [] }],
    'x-allow': contract.allow,
    parameters: [
      ...inPath.map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: properties[name] ?? { type: 'string' },
      })),
      ...(contract.method === 'GET'
        ? Object.entries(rest).map(([name, schema]) => ({
            name,
            in: 'query',
            required: restRequired.includes(name),
            schema,
          }))
        : []),
      ...(writes
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              schema: { type: 'string', maxLength: 255 },
            },
          ]
        : []),
    ],
    ...(contract.method === 'POST' &&
      Object.keys(rest).length > 0 && {
        requestBody: {
          required: restRequired.length > 0,
          content: {
            'application/json': { schema: { type: 'object', properties: rest, required: restRequired } },
          },
        },
      }),
    responses: {
      [contract.status ?? 200]: {
        description: '成功',
        content: { 'application/json': { schema: schemaOf(contract.output, 'output') } },
      },
      ...Object.fromEntries(
        [...byStatus].map(([status, titles]) => [
          status,
          {
            description: titles.join('\n'),
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  }
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const allowWords = (contract: Endpoint): string =>
  contract.allow === 'anyone'
    ? '任何人'
    : Object.entries(contract.allow)
        .map(([role, scope]) => `${roleWords[role as Role]}(${scope === 'own' ? '本人' : '本大厅'})`)
        .join('、')

/** The same as a page. */
export const openApiPage = (contracts: readonly Endpoint[]): string => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>接口 · 大综窗</title><link rel="stylesheet" href="/api/docs.css">
<h1>大综窗接口</h1>
<p>机器读的同一份:<a href="/api/openapi.json">/api/openapi.json</a>(OpenAPI 3.1)。</p>
${contracts
  .map(
    (
      contract,
    ) => `<details><summary><b>${contract.method}</b> /api${escaped(contract.path)} <span>${escaped(contract.summary)}</span></summary>
<p>谁能用：${escaped(allowWords(contract))}</p>
<h2>要给</h2><pre>${escaped(JSON.stringify(schemaOf(contract.input, 'input'), null, 1))}</pre>
<h2>得到(${contract.status ?? 200})</h2><pre>${escaped(JSON.stringify(schemaOf(contract.output, 'output'), null, 1))}</pre>
<h2>不行的时候</h2><ul>${refusalsOf(contract)
      .map((code) => `<li>${problemStatus(code)} <code>${code}</code> ${escaped(problemTitle(code))}</li>`)
      .join('')}</ul></details>`,
  )
  .join('\n')}
</html>`

/** How that page looks. */
export const openApiStyle = `body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:16px/1.6 sans-serif;color:#16202e}
details{border-top:1px solid #e2e7ee;padding:.5rem 0}summary{cursor:pointer}summary span{color:#465264}
pre{background:#f3f5f8;padding:1rem;overflow:auto;border-radius:8px;font-size:13px}h2{font-size:16px}`
