export default definePageConfig({ navigationBarTitleText: '疑似刷评' })
