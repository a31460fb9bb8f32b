/** What the form says for a decline in place of the API's English, by the API's code. */
export const DECLINE_WORDS = {
  en: {
    card_declined: 'Your card was declined.',
    insufficient_funds: 'Your card has insufficient funds.',
    expired_card: 'Your card has expired.',
    incorrect_cvc: 'Your card’s security code is incorrect.',
    processing_error: 'An error occurred while processing your card. Try again in a little while.',
  },
  de: {
    card_declined: 'Ihre Karte wurde abgelehnt.',
    insufficient_funds: 'Ihre Karte ist nicht ausreichend gedeckt.',
    expired_card: 'Ihre Karte ist abgelaufen.',
    incorrect_cvc: 'Die Prüfziffer Ihrer Karte ist falsch.',
    processing_error:
      'Bei der Verarbeitung Ihrer Karte ist ein Fehler aufgetreten. Bitte versuchen Sie es gleich noch einmal.',
  },
  fr: {
    card_declined: 'Votre carte a été refusée.',
    insufficient_funds: 'La provision de votre carte est insuffisante.',
    expired_card: 'Votre carte a expiré.',
    incorrect_cvc: 'Le code de sécurité de votre carte est incorrect.',
    processing_error:
      'Une erreur est survenue lors du traitement de votre carte. Réessayez dans un instant.',
  },
  es: {
    card_declined: 'La tarjeta ha sido rechazada.',
    insufficient_funds: 'La tarjeta no tiene fondos suficientes.',
    expired_card: 'La tarjeta ha caducado.',
    incorrect_cvc: 'El código de seguridad de la tarjeta no es correcto.',
    processing_error:
      'Se ha producido un error al procesar la tarjeta. Inténtelo de nuevo en un momento.',
  },
  'pt-BR': {
    card_declined: 'O cartão foi recusado.',
    insufficient_funds: 'O cartão não tem saldo suficiente.',
    expired_card: 'O cartão está vencido.',
    incorrect_cvc: 'O código de segurança do cartão está incorreto.',
    processing_error: 'Ocorreu um erro ao processar o cartão. Tente novamente em instantes.',
  },
  it: {
    card_declined: 'La carta è stata rifiutata.',
    insufficient_funds: 'I fondi della carta non sono sufficienti.',
    expired_card: 'La carta è scaduta.',
    incorrect_cvc: 'Il codice di sicurezza della carta non è corretto.',
    processing_error:
      'Si è verificato un errore durante l’elaborazione della carta. Riprovi tra poco.',
  },
  nl: {
    card_declined: 'Uw kaart is geweigerd.',
    insufficient_funds: 'Uw kaart heeft onvoldoende saldo.',
    expired_card: 'Uw kaart is verlopen.',
    incorrect_cvc: 'De beveiligingscode van uw kaart is onjuist.',
    processing_error:
      'Er is een fout opgetreden bij het verwerken van uw kaart. Probeer het zo meteen opnieuw.',
  },
  pl: {
    card_declined: 'Karta została odrzucona.',
    insufficient_funds: 'Na karcie nie ma wystarczających środków.',
    expired_card: 'Karta straciła ważność.',
    incorrect_cvc: 'Kod zabezpieczający karty jest nieprawidłowy.',
    processing_error: 'Wystąpił błąd podczas przetwarzania karty. Spróbuj ponownie za chwilę.',
  },
  ja: {
    card_declined: 'カードが拒否されました。',
    insufficient_funds: 'カードの残高が不足しています。',
    expired_card: 'カードの有効期限が切れています。',
    incorrect_cvc: 'カードのセキュリティコードが正しくありません。',
    processing_error:
      'カードの処理中にエラーが発生しました。しばらくしてからもう一度お試しください。',
  },
  ar: {
    card_declined: 'تم رفض بطاقتك.',
    insufficient_funds: 'رصيد بطاقتك غير كافٍ.',
    expired_card: 'انتهت صلاحية بطاقتك.',
    incorrect_cvc: 'رمز أمان بطاقتك غير صحيح.',
    processing_error: 'حدث خطأ أثناء معالجة بطاقتك. يُرجى المحاولة مرة أخرى بعد قليل.',
  },
};
