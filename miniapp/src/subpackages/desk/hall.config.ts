export default definePageConfig({ navigationBarTitleText: '号段' })
