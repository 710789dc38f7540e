export default definePageConfig({ navigationBarTitleText: '二次录入' })
