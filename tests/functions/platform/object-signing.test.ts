/** What is signed for a client of the bucket, held against AWS’s own helpers, which read the clock themselves. */
import { testEnvironment } from '../../support/environment'

testEnvironment('http://127.0.0.1:1')

test('the signatures are those of AWS’s own helpers', async () => {
  const { createPresignedPost } = await import('@aws-sdk/s3-presigned-post')
  const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner')
  const { GetObjectCommand, S3Client } = await import('@aws-sdk/client-s3')
  const { signedUpload, signedUrl } = await import('../../../functions/platform/object-signing')
  const { config } = await import('../../../functions/platform/config')
  const { client } = await import('../../../functions/platform/dynamo')
  const now = new Date('2026-11-24T07:00:00.000Z')
  const credentials = await client.config.credentials()
  const s3 = new S3Client({
    region: 'cn-northwest-1',
    credentials,
    systemClockOffset: now.getTime() - Date.now(),
  })
  const host = 'hall.s3.cn-northwest-1.amazonaws.com.cn'
  const settings = config() as { files: unknown }
  const local = settings.files
  settings.files = { bucket: 'hall', host }
  try {
    const until = new Date(now.getTime() + 300_000)
    const ours = await signedUpload({ key: 'raw/abc', type: 'image/png', mostBytes: 9 }, now, until)
    const theirs = await createPresignedPost(s3, {
      Bucket: 'hall',
      Key: 'raw/abc',
      Expires: 300,
      Fields: { 'Content-Type': 'image/png' },
      Conditions: [['content-length-range', 1, 9]],
    })
    const read = ({ Policy }: Record<string, string>) => JSON.parse(Buffer.from(Policy!, 'base64').toString())
    expect(read(ours.fields)).toEqual(read(theirs.fields))
    expect(Object.keys(ours.fields).sort()).toEqual(Object.keys(theirs.fields).sort())
    expect(ours.url).toBe(`https://${host}/`)
    expect(new URL(theirs.url).host).toBe(host)
    const get = new GetObjectCommand({
      Bucket: 'hall',
      Key: 'clean/abc/def',
      ResponseContentType: 'image/jpeg',
    })
    const signed = new URL(await getSignedUrl(s3, get, { signingDate: now, expiresIn: 300 }))
    const made = /^X-Amz-(Algorithm|Credential|Date|Expires|SignedHeaders|Signature)$/
    const query = Object.fromEntries([...signed.searchParams].filter(([name]) => !made.test(name)))
    const url = new URL(await signedUrl('GET', 'clean/abc/def', now, 300, query))
    expect(Object.fromEntries(url.searchParams)).toEqual(Object.fromEntries(signed.searchParams))
    expect(url.host + url.pathname).toBe(signed.host + signed.pathname)
  } finally {
    settings.files = local
    s3.destroy()
  }
})
