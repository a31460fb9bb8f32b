/* oxlint-disable max-lines -- one language is one table */
import type { Messages } from '../messages.ts';

/** German, formal ("Sie"). A subscription is an "Abo", a plan is a "Tarif". */
export const de: Messages = {
  // Everywhere
  'label.portal': 'Abrechnung',
  'action.back': 'Zurück',
  'action.try-again': 'Erneut versuchen',
  'action.reload': 'Neu laden',
  'status.loading': 'Ihre Abrechnungsdaten werden geladen…',
  'status.working': 'Einen Moment…',
  'badge.test-mode': 'Testmodus',
  'test-mode.hint': 'Hier fließt kein echtes Geld.',

  // How often something is charged; `intervalText` picks one
  'interval.day': 'pro Tag',
  'interval.days': { one: 'jeden Tag', other: 'alle {count} Tage' },
  'interval.week': 'pro Woche',
  'interval.weeks': { one: 'jede Woche', other: 'alle {count} Wochen' },
  'interval.month': 'pro Monat',
  'interval.months': { one: 'jeden Monat', other: 'alle {count} Monate' },
  'interval.year': 'pro Jahr',
  'interval.years': { one: 'jedes Jahr', other: 'alle {count} Jahre' },

  // The overview
  'overview.title': 'Ihr Tarif',
  'overview.title-many': 'Ihre Tarife',
  'overview.ended-title': 'Ihr letzter Tarif',
  'overview.earlier': 'Frühere Tarife',
  'empty.title': 'Noch kein Abo',
  'empty.text':
    'Sobald Sie ein Abo abschließen, sehen Sie hier Ihren Tarif und die nächste Abbuchung.',
  'price.each': '{price} {interval}',
  'price.each-unit': '{price} pro {unit}, {interval}',
  'price.each-one': 'je {price}, {interval}',
  'price.by-use': 'Preis nach Nutzung',
  'next-charge.label': 'Nächste Abbuchung',
  'next-charge.value': '{amount} am {date}',
  'next-charge.none': 'Es wird nichts mehr abgebucht',
  'ended.label': 'Beendet am',
  'access-until.label': 'Endet am',
  'paid-with.label': 'Zahlungsart',
  'paid-with.none': 'Keine Zahlungsart',
  'discount.label': 'Rabatt',
  'discount.code': '{name} (Code {code})',
  'discount.percent': '{name}: {percent} Rabatt',
  'discount.amount': '{name}: {amount} Rabatt',
  'discount.until': '{discount}, bis {date}',
  'discount.once': '{discount}, einmalig',
  'balance.credit':
    'Sie haben ein Guthaben von {amount}. Es wird mit Ihren nächsten Abbuchungen verrechnet.',
  'balance.owed': 'Ein offener Betrag von {amount} kommt zu Ihrer nächsten Abbuchung hinzu.',

  'status.active': 'Aktiv',
  'status.trialing': 'Testphase',
  'status.past_due': 'Zahlung überfällig',
  'status.unpaid': 'Unbezahlt',
  'status.incomplete': 'Zahlung ausstehend',
  'status.incomplete_expired': 'Nicht gestartet',
  'status.canceled': 'Beendet',
  'status.paused': 'Pausiert',
  'status.ending': 'Läuft aus',

  // One note per subscription, the most important one
  'note.incomplete':
    'Ihre erste Zahlung von {amount} ist nicht abgeschlossen. Zahlen Sie jetzt, um Ihren Tarif zu starten.',
  'note.incomplete-unknown':
    'Ihre erste Zahlung ist nicht abgeschlossen, daher hat Ihr Tarif noch nicht begonnen.',
  'note.charge-failed':
    'Wir konnten {amount} nicht abbuchen. Zahlen Sie jetzt, um Ihren Tarif zu behalten.',
  'note.charge-retry': 'Wir versuchen es am {date} noch einmal.',
  'note.invoice-open': 'Eine Rechnung über {amount} vom {date} ist noch offen.',
  'note.overdue': 'Eine Zahlung ist überfällig. Bitte prüfen Sie Ihre Zahlungsart.',
  'note.ending':
    'Ihr Tarif endet am {date}. Bis dahin ändert sich nichts, und Sie können ihn behalten.',
  'note.paused': 'Ihr Tarif ist pausiert. Bis er weiterläuft, wird nichts abgebucht.',
  'note.paused-until': 'Ihr Tarif ist bis {date} pausiert. Vorher wird nichts abgebucht.',
  'note.trial-paused':
    'Ihre Testphase ist vorbei. Fügen Sie eine Zahlungsart hinzu und kontaktieren Sie uns, um fortzufahren.',
  'note.change': 'Am {date} wechselt Ihr Tarif zu {plan}.',
  'note.trial': 'Ihre Testphase endet am {date}.',
  'note.trial-charge': 'Ihre Testphase endet am {date}. Danach werden {amount} abgebucht.',
  'note.trial-no-card':
    'Ihre Testphase endet am {date}. Fügen Sie eine Zahlungsart hinzu, um Ihren Tarif danach zu behalten.',

  'action.change-plan': 'Tarif wechseln',
  'action.change-quantity': 'Menge ändern',
  'action.add-code': 'Gutscheincode einlösen',
  'action.cancel': 'Abo kündigen',
  'action.keep': 'Tarif behalten',
  'action.undo-change': 'Beim jetzigen Tarif bleiben',
  'action.resubscribe': 'Erneut abonnieren',
  'action.pay-now': 'Jetzt zahlen',
  'action.pay-amount': 'Jetzt {amount} zahlen',
  'done.kept': 'Ihr Tarif läuft weiter. Es wurde nichts abgebucht.',
  'done.change-undone': 'Sie bleiben bei Ihrem jetzigen Tarif.',

  // Changing the plan
  'plans.title': 'Tarif wechseln',
  'plans.resubscribe-title': 'Tarif wählen',
  'plans.legend': 'Tarif',
  'plans.interval-legend': 'Wie oft Sie zahlen',
  'plans.monthly': 'Monatlich',
  'plans.yearly': 'Jährlich',
  'plans.saving': '{percent} sparen',
  'plans.current': 'Jetziger Tarif',
  'plans.none': 'Derzeit steht kein anderer Tarif zur Auswahl.',
  'plans.quantity': 'Menge',
  'plans.quantity-unit': 'Menge ({unit})',
  'plans.quantity-range': 'Von {minimum} bis {maximum}',
  'plans.quantity-invalid': 'Geben Sie eine ganze Zahl von {minimum} bis {maximum} ein.',
  'plans.choose-one': 'Wählen Sie zuerst einen Tarif.',
  'action.review': 'Änderung prüfen',
  'action.review-order': 'Prüfen',
  'action.other-plan': 'Anderen Tarif wählen',

  // Reviewing what will be charged
  'review.title': 'Änderung prüfen',
  'review.resubscribe-title': 'Erneut abonnieren',
  'review.loading': 'Der genaue Betrag wird berechnet…',
  'review.change': 'Von {old} zu {new}',
  'review.lines': 'So setzt sich der Betrag zusammen',
  'review.line-quantity': '{plan} × {count}',
  'review.line-other': 'Betrag',
  'review.line-proration': '{plan}: restlicher Zeitraum',
  'review.line-credit': '{plan}: nicht genutzter Zeitraum',
  'review.line-credit-other': 'Gutschrift',
  'review.line-discount': 'Rabatt',
  'review.line-tax': 'Steuer',
  'review.line-credit-used': 'Ihr Guthaben',
  'review.line-owed': 'Noch offen von früher',
  'review.period': '{start} – {end}',
  'review.due-now': 'Jetzt fällig',
  'review.then': 'Danach',
  'review.then-value': '{amount} am {date}',
  'review.then-none': 'Keine weitere Abbuchung geplant',
  'review.effective': 'Wirksam',
  'review.effective-now': 'Sofort',
  'review.effective-on': 'Ab {date}',
  'review.credit-left':
    '{amount} bleiben als Guthaben auf Ihrem Konto und werden mit den nächsten Abbuchungen verrechnet.',
  'review.paid-with': 'Die Abbuchung erfolgt über {method}.',
  'review.changed':
    'Der Betrag hat sich inzwischen geändert. Bitte prüfen Sie ihn noch einmal. Es wurde nichts abgebucht.',
  'review.switch-now': 'Jetzt wechseln',
  'review.switch-on': 'Am {date} wechseln',
  'review.start-now': 'Jetzt starten',
  'done.changed': 'Ihr Tarif ist geändert.',
  'done.scheduled': 'Ihr Tarif ändert sich am {date}.',
  'done.resubscribed': 'Willkommen zurück. Ihr Tarif ist aktiv.',

  // Promotion codes
  'code.label': 'Gutscheincode',
  'code.apply': 'Einlösen',
  'code.applied': 'Der Code {code} ist eingelöst.',
  'code.empty': 'Geben Sie zuerst den Code ein.',
  'code.remove': 'Code entfernen',

  // Cancelling
  'cancel.title': '{plan} kündigen?',
  'cancel.at-end':
    'Sie behalten Ihren Tarif bis {date}. Danach endet er, und es wird nichts mehr dafür abgebucht.',
  'cancel.at-once': 'Ihr Tarif endet, sobald Sie kündigen.',
  'cancel.drops-change': 'Ihr geplanter Wechsel zu {plan} findet dann nicht statt.',
  'cancel.reason-legend': 'Warum kündigen Sie? (freiwillig)',
  'cancel.reason.too_expensive': 'Es ist zu teuer',
  'cancel.reason.missing_features': 'Mir fehlt etwas, das ich brauche',
  'cancel.reason.switched_service': 'Ich nutze jetzt einen anderen Dienst',
  'cancel.reason.unused': 'Ich nutze es zu selten',
  'cancel.reason.customer_service': 'Der Kundenservice war nicht gut genug',
  'cancel.reason.too_complex': 'Es ist zu kompliziert',
  'cancel.reason.low_quality': 'Die Qualität war nicht gut genug',
  'cancel.reason.other': 'Ein anderer Grund',
  'cancel.comment': 'Möchten Sie uns noch etwas mitteilen? (freiwillig)',
  'cancel.keep': 'Abo behalten',
  'cancel.confirm': 'Jetzt kündigen',
  'cancel.done-title': 'Ihr Abo ist gekündigt',
  'cancel.done-at-end': 'Sie können {plan} bis {date} nutzen. Dafür wird nichts mehr abgebucht.',
  'cancel.done-at-once': '{plan} ist beendet. Dafür wird nichts mehr abgebucht.',
  'cancel.undo': 'Rückgängig, Tarif behalten',
  'cancel.finish': 'Zurück zur Abrechnung',

  // Payment methods
  'methods.title': 'Zahlungsarten',
  'methods.none': 'Noch keine Zahlungsart.',
  'methods.add': 'Zahlungsart hinzufügen',
  'methods.add-title': 'Neue Zahlungsart',
  'methods.add-hint': 'Sie wird zum Standard für alle Ihre Tarife.',
  'methods.needed':
    'Um fortzufahren, brauchen Sie eine Zahlungsart. Bevor Sie bestätigen, wird nichts abgebucht.',
  'methods.form': 'Ihre Zahlungsdaten',
  'methods.loading-form': 'Das sichere Formular wird geladen…',
  'methods.save': 'Zahlungsart speichern',
  'methods.saved': 'Ihre Zahlungsart ist gespeichert.',
  'methods.default': 'Standard',
  'methods.make-default': 'Als Standard festlegen',
  'methods.made-default': '{method} ist jetzt der Standard.',
  'methods.remove': 'Entfernen',
  'methods.remove-confirm': '{method} entfernen?',
  'methods.remove-yes': 'Ja, entfernen',
  'methods.remove-no': 'Behalten',
  'methods.removed': '{method} ist entfernt.',
  'methods.needed-by-plan':
    'Wird für Ihren Tarif verwendet. Fügen Sie zuerst eine andere Zahlungsart hinzu, um diese zu entfernen.',
  'methods.expired': 'Abgelaufen',
  'methods.expires': 'Gültig bis {date}',
  'methods.card': 'Karte',
  'methods.update': 'Andere Zahlungsart verwenden',
  'methods.bank-debit': 'Bankkonto',
  'methods.unknown': 'Zahlungsart',
  'methods.for': '{action}: {method}',

  // Invoices
  'invoices.title': 'Rechnungen',
  'invoices.none': 'Noch keine Rechnungen.',
  'invoices.date': 'Datum',
  'invoices.number': 'Nummer',
  'invoices.description': 'Für',
  'invoices.amount': 'Betrag',
  'invoices.status': 'Status',
  'invoices.actions': 'Dokument',
  'invoices.paid': 'Bezahlt',
  'invoices.open': 'Offen',
  'invoices.void': 'Storniert',
  'invoices.uncollectible': 'Nicht eingezogen',
  'invoices.no-number': 'noch ohne Nummer',
  'invoices.view': 'Ansehen',
  'invoices.view-name': 'Rechnung {number} in neuem Tab ansehen',
  'invoices.download': 'PDF',
  'invoices.download-name': 'PDF der Rechnung {number} in neuem Tab',
  'invoices.opening': 'Wird geöffnet…',
  'invoices.no-document': 'Zu dieser Rechnung gibt es noch kein Dokument.',
  'invoices.blocked': 'Ihr Browser hat den neuen Tab blockiert.',
  'invoices.open-link': 'Dokument öffnen',
  'invoices.more': 'Mehr laden',
  'invoices.loaded': {
    one: '{count} weitere Rechnung geladen.',
    other: '{count} weitere Rechnungen geladen.',
  },
  'invoices.all-loaded': 'Alle Rechnungen werden angezeigt.',
  'invoices.pay-name': 'Rechnung {number} jetzt zahlen',

  // Paying an invoice
  'pay.title': '{amount} zahlen',
  'pay.text': 'Damit zahlen Sie die Rechnung vom {date}.',
  'pay.with': 'Zahlen mit',
  'pay.not-now': 'Nicht jetzt',
  'pay.done': '{amount} bezahlt. Vielen Dank.',
  'checking.title': 'Rückfrage bei Ihrer Bank…',
  'checking.text': 'Das dauert einige Sekunden. Sie können diese Seite geöffnet lassen.',
  'checking.late-title': 'Ihre Bank hat sich noch nicht gemeldet',
  'checking.late-text':
    'Sie müssen nicht noch einmal zahlen. Sobald Ihre Bank sich meldet, sehen Sie es hier.',
  'checking.again': 'Erneut prüfen',

  // When something fails
  'failure.load-title': 'Ihre Abrechnungsdaten konnten nicht geladen werden',
  'failure.money-no': 'Es wurde nichts abgebucht.',
  'failure.money-unknown':
    'Wir wissen noch nicht, ob es geklappt hat. Sie können es gefahrlos erneut versuchen: Es wird nie doppelt abgebucht.',
  'failure.offline': 'Sie scheinen offline zu sein.',
  'failure.unreachable': 'Wir konnten den Abrechnungsdienst nicht erreichen.',
  'failure.timeout': 'Der Abrechnungsdienst hat zu lange nicht geantwortet.',
  'failure.code':
    'Ein Teil dieser Seite konnte nicht geladen werden. Bitte laden Sie die Seite neu.',
  'failure.form':
    'Das Zahlungsformular konnte nicht geladen werden. Bitte prüfen Sie Ihre Verbindung oder Ihren Werbeblocker.',
  'failure.reference': 'Referenz: {reference}',
  'ended.title': 'Ihre Sitzung ist abgelaufen',
  'ended.text':
    'Zum Schutz Ihrer Abrechnungsdaten laden Sie diese Seite bitte neu oder melden Sie sich erneut an.',
  'setup.title': 'Dieses Abrechnungsportal ist noch nicht eingerichtet',
  'setup.missing':
    'Für die Betreiber dieser Website: Ergänzen Sie an <billing-portal> das Attribut {attribute}.',
  'setup.missing-customer':
    'Für die Betreiber dieser Website: Ergänzen Sie an <billing-portal> entweder customer-id oder email, nicht beides.',

  'problem.invalid-request': 'Diese Anfrage wurde nicht verstanden. Es wurde nichts abgebucht.',
  'problem.method-not-allowed': 'Diese Anfrage wurde nicht verstanden. Es wurde nichts abgebucht.',
  'problem.invalid-identity':
    'Wir konnten nicht bestätigen, dass dies Ihr Konto ist. Bitte laden Sie die Seite neu, melden Sie sich erneut an oder kontaktieren Sie uns.',
  'problem.session-expired':
    'Ihre Sitzung ist abgelaufen. Bitte laden Sie diese Seite neu. Es wurde nichts abgebucht.',
  'problem.origin-not-allowed':
    'Die Abrechnung ist auf dieser Website nicht verfügbar. Bitte kontaktieren Sie uns.',
  'problem.action-not-allowed':
    'Das ist hier nicht möglich. Bitte kontaktieren Sie uns. Es wurde nichts abgebucht.',
  'problem.not-found': 'Das wurde nicht gefunden. Es wurde nichts abgebucht.',
  'problem.customer-not-found':
    'Zu diesem Konto gibt es noch keine Abrechnungsdaten. Bitte kontaktieren Sie uns, falls Sie welche erwartet haben.',
  'problem.subscription-not-found':
    'Dieses Abo wurde nicht gefunden. Bitte laden Sie die Seite neu. Es wurde nichts abgebucht.',
  'problem.invoice-not-found':
    'Diese Rechnung wurde nicht gefunden. Bitte laden Sie die Seite neu. Es wurde nichts abgebucht.',
  'problem.payment-method-not-found':
    'Diese Zahlungsart wurde nicht gefunden. Bitte laden Sie die Seite neu. Es wurde nichts abgebucht.',
  'problem.customer-ambiguous':
    'Wir konnten nicht feststellen, welches Konto Ihres ist. Bitte kontaktieren Sie uns.',
  'problem.intent-changed':
    'In der Zwischenzeit hat sich etwas geändert. Bitte laden Sie die Seite neu, um den aktuellen Stand zu sehen.',
  'problem.intent-in-progress':
    'Das wird noch bearbeitet. Bitte warten Sie einen Moment und versuchen Sie es dann erneut. Es wird nicht doppelt abgebucht.',
  'problem.preview-expired':
    'Der angezeigte Betrag ist nicht mehr aktuell. Bitte prüfen Sie ihn noch einmal. Es wurde nichts abgebucht.',
  'problem.amount-changed':
    'Der Betrag hat sich geändert. Bitte prüfen Sie ihn noch einmal. Es wurde nichts abgebucht.',
  'problem.subscription-ended': 'Dieses Abo ist bereits beendet. Es wurde nichts abgebucht.',
  'problem.already-subscribed': 'Sie haben dieses Abo bereits. Es wurde nichts abgebucht.',
  'problem.invoice-not-open':
    'Diese Rechnung ist nicht mehr offen, es ist also nichts zu zahlen. Es wurde nichts abgebucht.',
  'problem.payment-method-required':
    'Bitte fügen Sie zuerst eine Zahlungsart hinzu. Es wurde nichts abgebucht.',
  'problem.payment-method-in-use':
    'Diese Zahlungsart wird noch gebraucht. Bitte fügen Sie zuerst eine andere hinzu.',
  'problem.too-large': 'Das ist zu lang. Bitte kürzen Sie es. Es wurde nichts abgebucht.',
  'problem.payment-failed': 'Die Zahlung ist fehlgeschlagen. Es wurde nichts abgebucht.',
  'problem.payment-needs-authentication':
    'Ihre Bank möchte, dass Sie diese Zahlung bestätigen. Es wurde nichts abgebucht. Bitte versuchen Sie es erneut.',
  'problem.plan-unavailable':
    'Dieser Tarif kann nicht gewählt werden. Bitte wählen Sie einen anderen. Es wurde nichts abgebucht.',
  'problem.quantity-invalid':
    'Diese Menge ist nicht möglich. Bitte wählen Sie eine andere. Es wurde nichts abgebucht.',
  'problem.promotion-code-invalid':
    'Dieser Code kann hier nicht eingelöst werden. Bitte prüfen Sie ihn. Es wurde nichts abgebucht.',
  'problem.too-many-requests':
    'Das war sehr oft in kurzer Zeit. Bitte versuchen Sie es {when} erneut. Es wurde nichts abgebucht.',
  'problem.busy':
    'Gerade ist sehr viel los. Bitte versuchen Sie es gleich noch einmal. Es wurde nichts abgebucht.',
  'problem.internal': 'Bei uns ist etwas schiefgegangen.',
  'problem.stripe-unavailable': 'Der Zahlungsdienst ist gerade nicht erreichbar.',
  'problem.not-applied':
    'Das wurde nicht ausgeführt, und es wurde nichts abgebucht. Bitte versuchen Sie es erneut.',
  'problem.outcome-unknown':
    'Wir wissen noch nicht, ob es geklappt hat. Sie können es gefahrlos erneut versuchen: Es wird nie doppelt abgebucht.',

  'payment-failure.insufficient-funds':
    'Laut Bank reicht das Guthaben für diese Karte nicht aus. Es wurde nichts abgebucht. Bitte verwenden Sie eine andere Zahlungsart.',
  'payment-failure.expired-card':
    'Diese Karte ist abgelaufen. Es wurde nichts abgebucht. Bitte verwenden Sie eine andere Zahlungsart.',
  'payment-failure.incorrect-cvc':
    'Die Prüfziffer der Karte stimmt nicht. Es wurde nichts abgebucht. Bitte fügen Sie die Karte erneut hinzu.',
  'payment-failure.processing-error':
    'Die Bank konnte die Zahlung nicht verarbeiten. Es wurde nichts abgebucht. Bitte versuchen Sie es gleich noch einmal.',
  'payment-failure.authentication-failed':
    'Die Zahlung wurde bei Ihrer Bank nicht bestätigt. Es wurde nichts abgebucht. Bitte versuchen Sie es erneut.',
  'payment-failure.generic':
    'Ihre Bank hat die Zahlung abgelehnt. Es wurde nichts abgebucht. Bitte verwenden Sie eine andere Zahlungsart oder fragen Sie Ihre Bank.',
};
