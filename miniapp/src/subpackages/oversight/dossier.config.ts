export default definePageConfig({ navigationBarTitleText: '移交的卷' })
