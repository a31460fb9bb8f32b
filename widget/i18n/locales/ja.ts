/* oxlint-disable max-lines -- one language is one table */
import type { Messages } from '../messages.ts';

/**
 * Japanese, polite (です・ます). To end a subscription is 解約, because キャンセル is what a dialog's
 * way out is called. 決済 is money that moved or did not; 請求 is what will be asked for. The "bank"
 * is カード会社または銀行: a Japanese card rarely comes from a bank.
 */
export const ja: Messages = {
  // Everywhere
  'label.portal': 'お支払い管理',
  'action.back': '戻る',
  'action.try-again': 'もう一度試す',
  'action.reload': '再読み込み',
  'status.loading': 'ご請求情報を読み込んでいます…',
  'status.working': '少々お待ちください…',
  'badge.test-mode': 'テストモード',
  'test-mode.hint': '実際のお金は動きません。',

  // How often something is charged; `intervalText` picks one. After a slash: "$29.00 / 月"
  'interval.day': '1日',
  'interval.days': { other: '{count}日' },
  'interval.week': '1週間',
  'interval.weeks': { other: '{count}週間' },
  'interval.month': '月',
  'interval.months': { other: '{count}か月' },
  'interval.year': '年',
  'interval.years': { other: '{count}年' },

  // The overview
  'overview.title': 'ご契約プラン',
  'overview.title-many': 'ご契約プラン',
  'overview.ended-title': '前回のご契約プラン',
  'overview.earlier': '過去のご契約プラン',
  'empty.title': 'サブスクリプションはまだありません',
  'empty.text': 'ご契約いただくと、プランと次回のお支払いがここに表示されます。',
  'price.each': '{price} / {interval}',
  'price.each-unit': '{unit}あたり{price} / {interval}',
  'price.each-one': '単価{price} / {interval}',
  'price.by-use': '料金は利用量により変動',
  'next-charge.label': '次回のお支払い',
  'next-charge.value': '{amount}（{date}）',
  'next-charge.none': '今後のお支払いはありません',
  'ended.label': '終了日',
  'access-until.label': '終了予定日',
  'paid-with.label': 'お支払い方法',
  'paid-with.none': '未登録',
  'discount.label': '割引',
  'discount.code': '{name}（コード：{code}）',
  'discount.percent': '{name}：{percent}オフ',
  'discount.amount': '{name}：{amount}オフ',
  'discount.until': '{discount}、{date}まで',
  'discount.once': '{discount}、1回限り',
  'balance.credit': 'クレジット残高が{amount}あります。次回以降の請求に充当されます。',
  'balance.owed': '以前の未精算分{amount}が、次回の請求に加算されます。',

  'status.active': '有効',
  'status.trialing': 'トライアル中',
  'status.past_due': '支払い期限超過',
  'status.unpaid': '未払い',
  'status.incomplete': '支払い待ち',
  'status.incomplete_expired': '未開始のまま終了',
  'status.canceled': '終了',
  'status.paused': '一時停止中',
  'status.ending': '終了予定',

  // One note per subscription, the most important one
  'note.incomplete':
    '初回のお支払い（{amount}）が完了していません。プランを開始するには、今すぐお支払いの手続きをお願いします。',
  'note.incomplete-unknown': '初回のお支払いが完了していないため、プランはまだ開始されていません。',
  'note.charge-failed':
    '{amount}の決済ができませんでした。プランを継続するには、今すぐお支払いの手続きをお願いします。',
  'note.charge-retry': '{date}に再度決済を試みます。',
  'note.invoice-open': '{date}付の請求書（{amount}）がお支払い待ちです。',
  'note.overdue': 'お支払いの期限が過ぎています。お支払い方法をご確認ください。',
  'note.ending':
    'プランは{date}に終了します。それまでは何も変わりません。プランを継続することもできます。',
  'note.paused': 'プランは一時停止中です。再開するまで請求はありません。',
  'note.paused-until': 'プランは{date}まで一時停止中です。それまで請求はありません。',
  'note.trial-paused':
    'トライアル期間が終了しました。継続するには、お支払い方法を追加のうえ、お問い合わせください。',
  'note.change': '{date}に、プランが「{plan}」に変更されます。',
  'note.trial': 'トライアル期間は{date}に終了します。',
  'note.trial-charge': 'トライアル期間は{date}に終了します。その後、{amount}が請求されます。',
  'note.trial-no-card':
    'トライアル期間は{date}に終了します。その後もプランを継続するには、お支払い方法を追加してください。',

  'action.change-plan': 'プランを変更',
  'action.change-quantity': '数量を変更',
  'action.add-code': 'プロモーションコードを追加',
  'action.cancel': 'サブスクリプションを解約',
  'action.keep': 'プランを継続',
  'action.undo-change': '現在のプランを継続',
  'action.resubscribe': '再契約する',
  'action.pay-now': '今すぐ支払う',
  'action.pay-amount': '{amount}を今すぐ支払う',
  'done.kept': 'プランは継続されます。決済は行われていません。',
  'done.change-undone': '現在のプランがそのまま継続されます。',

  // Changing the plan
  'plans.title': 'プランの変更',
  'plans.resubscribe-title': 'プランの選択',
  'plans.legend': 'プラン',
  'plans.interval-legend': 'お支払いの間隔',
  'plans.monthly': '月払い',
  'plans.yearly': '年払い',
  'plans.saving': '{percent}お得',
  'plans.current': '現在のプラン',
  'plans.none': '現在、ほかに選択できるプランはありません。',
  'plans.quantity': '数量',
  'plans.quantity-unit': '数量（{unit}）',
  'plans.quantity-range': '{minimum}から{maximum}まで',
  'plans.quantity-invalid': '{minimum}から{maximum}までの整数を入力してください。',
  'plans.choose-one': '先にプランを選択してください。',
  'action.review': '変更内容を確認',
  'action.review-order': '内容を確認',
  'action.other-plan': '別のプランを選択',

  // Reviewing what will be charged
  'review.title': '変更内容の確認',
  'review.resubscribe-title': '再契約内容の確認',
  'review.loading': '正確な金額を計算しています…',
  'review.change': '「{old}」から「{new}」へ',
  'review.lines': '金額の内訳',
  'review.line-quantity': '{plan} × {count}',
  'review.line-other': '料金',
  'review.line-proration': '{plan}：残り期間分',
  'review.line-credit': '{plan}：未使用期間分',
  'review.line-credit-other': 'クレジット',
  'review.line-discount': '割引',
  'review.line-tax': '税金',
  'review.line-credit-used': 'クレジット残高から充当',
  'review.line-owed': '以前の未精算分',
  'review.period': '{start}～{end}',
  'review.due-now': '今回のお支払い',
  'review.then': '次回のお支払い',
  'review.then-value': '{amount}（{date}）',
  'review.then-none': '今後のお支払い予定はありません',
  'review.effective': '適用開始',
  'review.effective-now': '即時',
  'review.effective-on': '{date}から',
  'review.credit-left': '{amount}分のクレジットがアカウントに残り、次回以降の請求に充当されます。',
  'review.paid-with': '{method}で決済されます。',
  'review.changed':
    '前回の表示から金額が変わりました。もう一度ご確認ください。決済は行われていません。',
  'review.switch-now': '今すぐ変更',
  'review.switch-on': '{date}に変更',
  'review.start-now': '今すぐ開始',
  'done.changed': 'プランを変更しました。',
  'done.scheduled': 'プランは{date}に変更されます。',
  'done.resubscribed': 'おかえりなさい。プランが有効になりました。',

  // Promotion codes
  'code.label': 'プロモーションコード',
  'code.apply': '適用',
  'code.applied': 'コード「{code}」が適用されています。',
  'code.empty': '先にコードを入力してください。',
  'code.remove': 'コードを削除',

  // Cancelling
  'cancel.title': '「{plan}」を解約しますか？',
  'cancel.at-end':
    '{date}まではプランをご利用いただけます。その後プランは終了し、このプランの料金が再び請求されることはありません。',
  'cancel.at-once': '解約すると、プランはすぐに終了します。',
  'cancel.drops-change': '予定されている「{plan}」への変更は行われません。',
  'cancel.reason-legend': '解約の理由をお聞かせください（任意）',
  'cancel.reason.too_expensive': '料金が高すぎる',
  'cancel.reason.missing_features': '必要な機能がない',
  'cancel.reason.switched_service': '別のサービスを利用している',
  'cancel.reason.unused': 'あまり利用していない',
  'cancel.reason.customer_service': 'サポートに満足できなかった',
  'cancel.reason.too_complex': '複雑すぎる',
  'cancel.reason.low_quality': '品質に満足できなかった',
  'cancel.reason.other': 'その他の理由',
  'cancel.comment': 'ほかにお気づきの点などはございますか？（任意）',
  'cancel.keep': 'サブスクリプションを継続',
  'cancel.confirm': 'サブスクリプションを解約',
  'cancel.done-title': 'サブスクリプションの解約手続きが完了しました',
  'cancel.done-at-end':
    '「{plan}」は{date}までご利用いただけます。このプランの今後の請求はありません。',
  'cancel.done-at-once': '「{plan}」は終了しました。このプランの今後の請求はありません。',
  'cancel.undo': '解約を取り消してプランを継続',
  'cancel.finish': 'お支払い管理に戻る',

  // Payment methods
  'methods.title': 'お支払い方法',
  'methods.none': 'お支払い方法はまだ登録されていません。',
  'methods.add': 'お支払い方法を追加',
  'methods.add-title': '新しいお支払い方法',
  'methods.add-hint': 'すべてのプランのデフォルトに設定されます。',
  'methods.needed': '続けるには、お支払い方法の登録が必要です。確定するまで決済は行われません。',
  'methods.form': 'お支払い情報',
  'methods.loading-form': '安全な入力フォームを読み込んでいます…',
  'methods.save': 'お支払い方法を保存',
  'methods.saved': 'お支払い方法を保存しました。',
  'methods.default': 'デフォルト',
  'methods.make-default': 'デフォルトに設定',
  'methods.made-default': '{method}をデフォルトに設定しました。',
  'methods.remove': '削除',
  'methods.remove-confirm': '{method}を削除しますか？',
  'methods.remove-yes': '削除する',
  'methods.remove-no': '削除しない',
  'methods.removed': '{method}を削除しました。',
  'methods.needed-by-plan':
    'プランのお支払いに使用中です。削除するには、先に別のお支払い方法を追加してください。',
  'methods.expired': '有効期限切れ',
  'methods.expires': '有効期限：{date}',
  'methods.card': 'カード',
  'methods.update': '別のお支払い方法を使用',
  'methods.bank-debit': '銀行口座',
  'methods.unknown': 'お支払い方法',
  'methods.for': '{action}：{method}',

  // Invoices
  'invoices.title': '請求書',
  'invoices.none': '請求書はまだありません。',
  'invoices.date': '日付',
  'invoices.number': '番号',
  'invoices.description': '内容',
  'invoices.amount': '金額',
  'invoices.status': 'ステータス',
  'invoices.actions': '書類',
  'invoices.paid': '支払い済み',
  'invoices.open': '未払い',
  'invoices.void': '無効',
  'invoices.uncollectible': '未回収',
  'invoices.no-number': '番号未発行',
  'invoices.view': '表示',
  'invoices.view-name': '請求書（{number}）を新しいタブで表示',
  'invoices.download': 'PDF',
  'invoices.download-name': '請求書（{number}）のPDFを新しいタブで開く',
  'invoices.opening': '開いています…',
  'invoices.no-document': 'この請求書の書類はまだありません。',
  'invoices.blocked': 'ブラウザーが新しいタブをブロックしました。',
  'invoices.open-link': '書類を開く',
  'invoices.more': 'さらに表示',
  'invoices.loaded': { other: '請求書をさらに{count}件読み込みました。' },
  'invoices.all-loaded': 'すべての請求書が表示されています。',
  'invoices.pay-name': '請求書（{number}）を今すぐ支払う',

  // Paying an invoice
  'pay.title': '{amount}のお支払い',
  'pay.text': '{date}付の請求書のお支払いです。',
  'pay.with': 'お支払い方法',
  'pay.not-now': 'あとで',
  'pay.done': '{amount}のお支払いが完了しました。ありがとうございます。',
  'checking.title': 'カード会社または銀行に確認しています…',
  'checking.text': '数秒ほどかかります。このページは開いたままで問題ありません。',
  'checking.late-title': 'カード会社または銀行からの回答がまだ届いていません',
  'checking.late-text':
    '再度お支払いいただく必要はありません。回答が届き次第、ここに表示されます。',
  'checking.again': 'もう一度確認',

  // When something fails
  'failure.load-title': 'ご請求情報を読み込めませんでした',
  'failure.money-no': '決済は行われていません。',
  'failure.money-unknown':
    '処理が完了したかどうか、まだ確認できていません。もう一度お試しいただいても、二重に決済されることはありませんので、ご安心ください。',
  'failure.offline': 'インターネットに接続されていないようです。',
  'failure.unreachable': 'お支払い管理サービスに接続できませんでした。',
  'failure.timeout': 'お支払い管理サービスから時間内に応答がありませんでした。',
  'failure.code': 'このページの一部を読み込めませんでした。ページを再読み込みしてください。',
  'failure.form':
    'お支払いフォームを読み込めませんでした。インターネット接続またはコンテンツブロッカーをご確認ください。',
  'failure.reference': 'お問い合わせ番号：{reference}',
  'ended.title': 'セッションが終了しました',
  'ended.text':
    'ご請求情報を安全に保つため、このページを再読み込みするか、もう一度ログインしてください。',
  'setup.title': 'このお支払い管理ポータルはまだ設定されていません',
  'setup.missing': 'サイト運営者の方へ：<billing-portal> に属性 {attribute} を追加してください。',
  'setup.missing-customer':
    'サイト運営者の方へ：<billing-portal> に customer-id または email のどちらか一方だけを追加してください。',

  'problem.invalid-request': 'リクエストの内容を認識できませんでした。決済は行われていません。',
  'problem.method-not-allowed': 'リクエストの内容を認識できませんでした。決済は行われていません。',
  'problem.invalid-identity':
    'ご本人のアカウントであることを確認できませんでした。ページを再読み込みするか、もう一度ログインしてください。それでも解決しない場合は、お問い合わせください。',
  'problem.session-expired':
    'セッションが終了しました。このページを再読み込みしてください。決済は行われていません。',
  'problem.origin-not-allowed':
    'このサイトではお支払い管理をご利用いただけません。お問い合わせください。',
  'problem.action-not-allowed':
    'この操作はここでは行えません。お問い合わせください。決済は行われていません。',
  'problem.not-found': 'お探しの情報が見つかりませんでした。決済は行われていません。',
  'problem.customer-not-found':
    'このアカウントのご請求情報はまだありません。表示されるはずの情報がある場合は、お問い合わせください。',
  'problem.subscription-not-found':
    'このサブスクリプションが見つかりませんでした。ページを再読み込みしてください。決済は行われていません。',
  'problem.invoice-not-found':
    'この請求書が見つかりませんでした。ページを再読み込みしてください。決済は行われていません。',
  'problem.payment-method-not-found':
    'このお支払い方法が見つかりませんでした。ページを再読み込みしてください。決済は行われていません。',
  'problem.customer-ambiguous':
    'どのアカウントがお客様のものか特定できませんでした。お問い合わせください。',
  'problem.intent-changed':
    'お手続きの間に内容が変わりました。ページを再読み込みして、現在の状態をご確認ください。',
  'problem.intent-in-progress':
    'まだ処理中です。少し待ってから、もう一度お試しください。二重に決済されることはありません。',
  'problem.preview-expired':
    '表示されている金額は最新ではありません。もう一度ご確認ください。決済は行われていません。',
  'problem.amount-changed': '金額が変わりました。もう一度ご確認ください。決済は行われていません。',
  'problem.subscription-ended':
    'このサブスクリプションはすでに終了しています。決済は行われていません。',
  'problem.already-subscribed':
    'このサブスクリプションはすでにご契約中です。決済は行われていません。',
  'problem.invoice-not-open':
    'この請求書は未払いではなくなったため、お支払いの必要はありません。今回、決済は行われていません。',
  'problem.payment-method-required': '先にお支払い方法を追加してください。決済は行われていません。',
  'problem.payment-method-in-use':
    'このお支払い方法はまだ必要です。先に別のお支払い方法を追加してください。',
  'problem.too-large': '入力内容が長すぎます。短くしてください。決済は行われていません。',
  'problem.payment-failed': 'お支払いを完了できませんでした。決済は行われていません。',
  'problem.payment-needs-authentication':
    'このお支払いには、カード会社または銀行での認証が必要です。決済は行われていません。もう一度お試しください。',
  'problem.plan-unavailable':
    'このプランは選択できません。別のプランを選択してください。決済は行われていません。',
  'problem.quantity-invalid':
    'この数量は指定できません。別の数量を指定してください。決済は行われていません。',
  'problem.promotion-code-invalid':
    'このコードはここではご利用いただけません。コードをご確認ください。決済は行われていません。',
  'problem.too-many-requests':
    '短時間に操作が何度も行われました。{when}にもう一度お試しください。決済は行われていません。',
  'problem.busy':
    'ただいま大変混み合っています。少し待ってから、もう一度お試しください。決済は行われていません。',
  'problem.internal': 'システム側で問題が発生しました。',
  'problem.stripe-unavailable': '現在、決済サービスに接続できません。',
  'problem.not-applied':
    '処理は完了しませんでした。決済は行われていません。もう一度お試しください。',
  'problem.outcome-unknown':
    '処理が完了したかどうか、まだ確認できていません。もう一度お試しいただいても、二重に決済されることはありませんので、ご安心ください。',

  'payment-failure.insufficient-funds':
    'カード会社または銀行によると、このカードの残高または利用可能額が不足しています。決済は行われていません。別のお支払い方法をご利用ください。',
  'payment-failure.expired-card':
    'このカードは有効期限が切れています。決済は行われていません。別のお支払い方法をご利用ください。',
  'payment-failure.incorrect-cvc':
    'カードのセキュリティコードが正しくありません。決済は行われていません。カードをもう一度追加してください。',
  'payment-failure.processing-error':
    'カード会社または銀行で、お支払いを処理できませんでした。決済は行われていません。少し待ってから、もう一度お試しください。',
  'payment-failure.authentication-failed':
    'カード会社または銀行での認証が完了しませんでした。決済は行われていません。もう一度お試しください。',
  'payment-failure.generic':
    'カード会社または銀行で、お支払いが承認されませんでした。決済は行われていません。別のお支払い方法をご利用いただくか、カード会社または銀行にお問い合わせください。',
};
