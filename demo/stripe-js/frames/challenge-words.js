/** Every text of the bank's question. */
export const CHALLENGE_WORDS = {
  en: {
    title: 'Your bank wants to confirm that this is you',
    text: 'This is a simulated bank. No real card is used and no money moves.',
    complete: 'Complete',
    fail: 'Fail',
    failed:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  },
  de: {
    title: 'Ihre Bank möchte bestätigen, dass Sie es sind',
    text: 'Dies ist eine simulierte Bank. Es wird keine echte Karte benutzt und kein Geld bewegt.',
    complete: 'Bestätigen',
    fail: 'Ablehnen',
    failed:
      'Ihre Zahlungsmethode konnte nicht bestätigt werden. Bitte wählen Sie eine andere Zahlungsmethode und versuchen Sie es erneut.',
  },
  fr: {
    title: 'Votre banque souhaite vérifier que c’est bien vous',
    text: 'Cette banque est simulée. Aucune vraie carte n’est utilisée et aucun argent ne circule.',
    complete: 'Confirmer',
    fail: 'Refuser',
    failed:
      'Votre moyen de paiement n’a pas pu être authentifié. Choisissez-en un autre et réessayez.',
  },
  es: {
    title: 'Su banco quiere confirmar que es usted',
    text: 'Este banco es simulado. No se usa ninguna tarjeta real ni se mueve dinero.',
    complete: 'Confirmar',
    fail: 'Rechazar',
    failed:
      'No hemos podido autenticar su método de pago. Elija otro método de pago e inténtelo de nuevo.',
  },
  'pt-BR': {
    title: 'Seu banco quer confirmar que é você',
    text: 'Este banco é simulado. Nenhum cartão real é usado e nenhum dinheiro é movimentado.',
    complete: 'Confirmar',
    fail: 'Recusar',
    failed:
      'Não foi possível autenticar sua forma de pagamento. Escolha outra forma de pagamento e tente novamente.',
  },
  it: {
    title: 'La sua banca vuole verificare la sua identità',
    text: 'Questa banca è simulata. Nessuna carta reale viene usata e nessun denaro si muove.',
    complete: 'Conferma',
    fail: 'Rifiuta',
    failed:
      'Non è stato possibile autenticare il metodo di pagamento. Ne scelga un altro e riprovi.',
  },
  nl: {
    title: 'Uw bank wil bevestigen dat u het bent',
    text: 'Dit is een gesimuleerde bank. Er wordt geen echte kaart gebruikt en er beweegt geen geld.',
    complete: 'Bevestigen',
    fail: 'Weigeren',
    failed:
      'Uw betaalmethode kon niet worden geverifieerd. Kies een andere betaalmethode en probeer het opnieuw.',
  },
  pl: {
    title: 'Bank chce potwierdzić Twoją tożsamość',
    text: 'To symulowany bank. Nie używamy prawdziwej karty i nie są przesyłane żadne pieniądze.',
    complete: 'Potwierdź',
    fail: 'Odrzuć',
    failed:
      'Nie udało się uwierzytelnić metody płatności. Wybierz inną metodę płatności i spróbuj ponownie.',
  },
  ja: {
    title: '銀行がご本人確認を求めています',
    text: 'これは模擬の銀行です。実際のカードは使われず、お金も動きません。',
    complete: '確認する',
    fail: '拒否する',
    failed:
      'お支払い方法を認証できませんでした。別のお支払い方法を選んで、もう一度お試しください。',
  },
  ar: {
    title: 'يريد البنك التأكد من هويتك',
    text: 'هذا بنك تجريبي. لا تُستخدم أي بطاقة حقيقية ولا تُنقل أي أموال.',
    complete: 'تأكيد',
    fail: 'رفض',
    failed: 'تعذّر التحقق من طريقة الدفع. يُرجى اختيار طريقة دفع أخرى والمحاولة مرة أخرى.',
  },
};
