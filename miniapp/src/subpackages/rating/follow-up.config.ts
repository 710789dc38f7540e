export default definePageConfig({ navigationBarTitleText: '处理情况' })
