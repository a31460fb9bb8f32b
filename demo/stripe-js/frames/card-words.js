/** Every text of the card form. */
export const CARD_WORDS = {
  en: language(
    ['Card number', 'Expiry date', 'Security code', 'MM / YY', 'Test cards'],
    ['works', 'bank asks once', 'bank asks every time', 'saves, then fails', 'is declined'],
    [
      'Your card number is incomplete.',
      'Your card number is invalid.',
      'Your card’s expiry date is incomplete.',
      'Your card’s expiry date is invalid.',
      'Your card’s expiry date is in the past.',
      'Your card’s security code is incomplete.',
    ],
  ),
  de: language(
    ['Kartennummer', 'Ablaufdatum', 'Prüfziffer', 'MM / JJ', 'Testkarten'],
    [
      'klappt',
      'Bank fragt einmal',
      'Bank fragt immer',
      'wird gespeichert, schlägt später fehl',
      'wird abgelehnt',
    ],
    [
      'Die Kartennummer ist unvollständig.',
      'Die Kartennummer ist ungültig.',
      'Das Ablaufdatum ist unvollständig.',
      'Das Ablaufdatum ist ungültig.',
      'Das Ablaufdatum liegt in der Vergangenheit.',
      'Die Prüfziffer ist unvollständig.',
    ],
  ),
  fr: language(
    ['Numéro de carte', 'Date d’expiration', 'Code de sécurité', 'MM / AA', 'Cartes de test'],
    [
      'fonctionne',
      'la banque demande une fois',
      'la banque demande à chaque fois',
      'enregistrée, puis échoue',
      'est refusée',
    ],
    [
      'Le numéro de votre carte est incomplet.',
      'Le numéro de votre carte n’est pas valide.',
      'La date d’expiration est incomplète.',
      'La date d’expiration n’est pas valide.',
      'La date d’expiration est passée.',
      'Le code de sécurité est incomplet.',
    ],
  ),
  es: language(
    [
      'Número de tarjeta',
      'Fecha de caducidad',
      'Código de seguridad',
      'MM / AA',
      'Tarjetas de prueba',
    ],
    [
      'funciona',
      'el banco pregunta una vez',
      'el banco pregunta siempre',
      'se guarda, luego falla',
      'se rechaza',
    ],
    [
      'El número de la tarjeta está incompleto.',
      'El número de la tarjeta no es válido.',
      'La fecha de caducidad está incompleta.',
      'La fecha de caducidad no es válida.',
      'La fecha de caducidad ya ha pasado.',
      'El código de seguridad está incompleto.',
    ],
  ),
  'pt-BR': language(
    ['Número do cartão', 'Validade', 'Código de segurança', 'MM / AA', 'Cartões de teste'],
    [
      'funciona',
      'o banco pergunta uma vez',
      'o banco pergunta sempre',
      'é salvo, depois falha',
      'é recusado',
    ],
    [
      'O número do cartão está incompleto.',
      'O número do cartão não é válido.',
      'A validade está incompleta.',
      'A validade não é válida.',
      'A validade do cartão já passou.',
      'O código de segurança está incompleto.',
    ],
  ),
  it: language(
    ['Numero della carta', 'Data di scadenza', 'Codice di sicurezza', 'MM / AA', 'Carte di prova'],
    [
      'funziona',
      'la banca chiede una volta',
      'la banca chiede ogni volta',
      'si salva, poi fallisce',
      'viene rifiutata',
    ],
    [
      'Il numero della carta è incompleto.',
      'Il numero della carta non è valido.',
      'La data di scadenza è incompleta.',
      'La data di scadenza non è valida.',
      'La data di scadenza è passata.',
      'Il codice di sicurezza è incompleto.',
    ],
  ),
  nl: language(
    ['Kaartnummer', 'Vervaldatum', 'Beveiligingscode', 'MM / JJ', 'Testkaarten'],
    [
      'werkt',
      'bank vraagt één keer',
      'bank vraagt elke keer',
      'wordt bewaard, mislukt later',
      'wordt geweigerd',
    ],
    [
      'Het kaartnummer is onvolledig.',
      'Het kaartnummer is ongeldig.',
      'De vervaldatum is onvolledig.',
      'De vervaldatum is ongeldig.',
      'De vervaldatum is verstreken.',
      'De beveiligingscode is onvolledig.',
    ],
  ),
  pl: language(
    ['Numer karty', 'Data ważności', 'Kod zabezpieczający', 'MM / RR', 'Karty testowe'],
    [
      'działa',
      'bank pyta raz',
      'bank pyta za każdym razem',
      'zapisuje się, potem zawodzi',
      'jest odrzucana',
    ],
    [
      'Numer karty jest niepełny.',
      'Numer karty jest nieprawidłowy.',
      'Data ważności jest niepełna.',
      'Data ważności jest nieprawidłowa.',
      'Data ważności już minęła.',
      'Kod zabezpieczający jest niepełny.',
    ],
  ),
  ja: language(
    ['カード番号', '有効期限', 'セキュリティコード', 'MM / YY', 'テストカード'],
    ['成功', '初回のみ銀行が確認', '毎回銀行が確認', '保存後の支払いが失敗', '拒否'],
    [
      'カード番号に不備があります。',
      'カード番号が無効です。',
      '有効期限に不備があります。',
      '有効期限が無効です。',
      '有効期限が過ぎています。',
      'セキュリティコードに不備があります。',
    ],
  ),
  ar: language(
    ['رقم البطاقة', 'تاريخ الانتهاء', 'رمز الأمان', 'MM / YY', 'بطاقات اختبار'],
    ['تعمل', 'يسأل البنك مرة واحدة', 'يسأل البنك كل مرة', 'تُحفظ ثم تفشل', 'تُرفض'],
    [
      'رقم البطاقة غير مكتمل.',
      'رقم البطاقة غير صالح.',
      'تاريخ انتهاء البطاقة غير مكتمل.',
      'تاريخ انتهاء البطاقة غير صالح.',
      'تاريخ انتهاء البطاقة قد مضى.',
      'رمز الأمان غير مكتمل.',
    ],
  ),
};

function language(labels, cards, errors) {
  const [number, expiry, cvc, expiryPlaceholder, testCards] = labels;
  const [works, asksOnce, asksAlways, failsLater, declined] = cards;
  const [incompleteNumber, invalidNumber, incompleteExpiry, invalidExpiry, past, incompleteCvc] =
    errors;
  return {
    number,
    expiry,
    cvc,
    expiryPlaceholder,
    testCards,
    cards: { works, asksOnce, asksAlways, failsLater, declined },
    errors: {
      incomplete_number: incompleteNumber,
      invalid_number: invalidNumber,
      incomplete_expiry: incompleteExpiry,
      invalid_expiry_month: invalidExpiry,
      invalid_expiry_year: invalidExpiry,
      invalid_expiry_month_past: past,
      invalid_expiry_year_past: past,
      incomplete_cvc: incompleteCvc,
    },
  };
}
