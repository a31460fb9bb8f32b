/* oxlint-disable max-lines -- one language is one table */
import type { Messages } from '../messages.ts';

/**
 * Italian, without "tu" and without "Lei": what to do stands in the infinitive, buttons name the
 * action. A subscription is an "abbonamento", a plan is a "piano". Dates and percentages get no
 * article of their own, because "il" would have to be "l’" before 8 and 11.
 */
export const it: Messages = {
  // Everywhere
  'label.portal': 'Fatturazione',
  'action.back': 'Indietro',
  'action.try-again': 'Riprova',
  'action.reload': 'Ricarica',
  'status.loading': 'Caricamento dei dati di fatturazione…',
  'status.working': 'Un momento…',
  'badge.test-mode': 'Modalità di test',
  'test-mode.hint': 'Qui non viene movimentato denaro reale.',

  // How often something is charged; `intervalText` picks one
  'interval.day': 'al giorno',
  'interval.days': { one: 'ogni giorno', other: 'ogni {count} giorni' },
  'interval.week': 'alla settimana',
  'interval.weeks': { one: 'ogni settimana', other: 'ogni {count} settimane' },
  'interval.month': 'al mese',
  'interval.months': { one: 'ogni mese', other: 'ogni {count} mesi' },
  'interval.year': 'all’anno',
  'interval.years': { one: 'ogni anno', other: 'ogni {count} anni' },

  // The overview
  'overview.title': 'Piano attuale',
  'overview.title-many': 'Piani attuali',
  'overview.ended-title': 'Piano più recente',
  'overview.earlier': 'Piani precedenti',
  'empty.title': 'Ancora nessun abbonamento',
  'empty.text':
    'Dopo la sottoscrizione di un abbonamento, il piano e il prossimo addebito compaiono qui.',
  'price.each': '{price} {interval}',
  'price.each-unit': '{price} per {unit}, {interval}',
  'price.each-one': '{price} per unità, {interval}',
  'price.by-use': 'Prezzo in base all’uso',
  'next-charge.label': 'Prossimo addebito',
  'next-charge.value': '{amount} in data {date}',
  'next-charge.none': 'Non ci saranno altri addebiti',
  'ended.label': 'Terminato in data',
  'access-until.label': 'Termina in data',
  'paid-with.label': 'Metodo di pagamento',
  'paid-with.none': 'Nessun metodo di pagamento',
  'discount.label': 'Sconto',
  'discount.code': '{name} (codice {code})',
  'discount.percent': '{name}: {percent} di sconto',
  'discount.amount': '{name}: {amount} di sconto',
  'discount.until': '{discount}, fino al giorno {date}',
  'discount.once': '{discount}, una sola volta',
  'balance.credit':
    'È disponibile un credito di {amount}. Sarà utilizzato per i prossimi addebiti.',
  'balance.owed': 'Un importo precedente di {amount} sarà aggiunto al prossimo addebito.',

  'status.active': 'Attivo',
  'status.trialing': 'In prova',
  'status.past_due': 'Pagamento in ritardo',
  'status.unpaid': 'Non pagato',
  'status.incomplete': 'In attesa di pagamento',
  'status.incomplete_expired': 'Mai attivato',
  'status.canceled': 'Terminato',
  'status.paused': 'In pausa',
  'status.ending': 'In scadenza',

  // One note per subscription, the most important one
  'note.incomplete':
    'Il primo pagamento di {amount} non è stato completato. Pagare ora per attivare il piano.',
  'note.incomplete-unknown':
    'Il primo pagamento non è stato completato, quindi il piano non è ancora attivo.',
  'note.charge-failed':
    'Non è stato possibile addebitare {amount}. Pagare ora per mantenere il piano.',
  'note.charge-retry': 'Il prossimo tentativo è previsto per il giorno {date}.',
  'note.invoice-open': 'Una fattura di {amount}, emessa in data {date}, è in attesa di pagamento.',
  'note.overdue': 'Un pagamento è in ritardo. Verificare il metodo di pagamento.',
  'note.ending':
    'Il piano termina il giorno {date}. Fino ad allora non cambia nulla ed è possibile mantenerlo.',
  'note.paused': 'Il piano è in pausa. Non ci saranno addebiti fino alla ripresa.',
  'note.paused-until':
    'Il piano è in pausa fino al giorno {date}. Prima di allora non ci saranno addebiti.',
  'note.trial-paused':
    'Il periodo di prova è terminato. Per continuare, aggiungere un metodo di pagamento e contattarci.',
  'note.change': 'Il giorno {date} il piano passa a {plan}.',
  'note.trial': 'Il periodo di prova termina il giorno {date}.',
  'note.trial-charge':
    'Il periodo di prova termina il giorno {date}. In seguito sarà addebitato l’importo di {amount}.',
  'note.trial-no-card':
    'Il periodo di prova termina il giorno {date}. Per mantenere il piano anche dopo, aggiungere un metodo di pagamento.',

  'action.change-plan': 'Cambia piano',
  'action.change-quantity': 'Modifica quantità',
  'action.add-code': 'Aggiungi codice promozionale',
  'action.cancel': 'Disdici abbonamento',
  'action.keep': 'Mantieni il piano',
  'action.undo-change': 'Mantieni il piano attuale',
  'action.resubscribe': 'Sottoscrivi di nuovo',
  'action.pay-now': 'Paga ora',
  'action.pay-amount': 'Paga {amount} ora',
  'done.kept': 'Il piano prosegue. Nessun importo è stato addebitato.',
  'done.change-undone': 'Il piano attuale rimane invariato.',

  // Changing the plan
  'plans.title': 'Cambio piano',
  'plans.resubscribe-title': 'Scelta del piano',
  'plans.legend': 'Piano',
  'plans.interval-legend': 'Frequenza di pagamento',
  'plans.monthly': 'Mensile',
  'plans.yearly': 'Annuale',
  'plans.saving': '{percent} di risparmio',
  'plans.current': 'Piano attuale',
  'plans.none': 'Al momento non ci sono altri piani tra cui scegliere.',
  'plans.quantity': 'Quantità',
  'plans.quantity-unit': 'Quantità ({unit})',
  'plans.quantity-range': 'Da {minimum} a {maximum}',
  'plans.quantity-invalid': 'Inserire un numero intero da {minimum} a {maximum}.',
  'plans.choose-one': 'Scegliere prima un piano.',
  'action.review': 'Verifica la modifica',
  'action.review-order': 'Verifica',
  'action.other-plan': 'Scegli un altro piano',

  // Reviewing what will be charged
  'review.title': 'Riepilogo della modifica',
  'review.resubscribe-title': 'Nuova sottoscrizione',
  'review.loading': 'Calcolo dell’importo esatto…',
  'review.change': 'Da {old} a {new}',
  'review.lines': 'Dettaglio dell’importo',
  'review.line-quantity': '{plan} × {count}',
  'review.line-other': 'Addebito',
  'review.line-proration': '{plan}: periodo rimanente',
  'review.line-credit': '{plan}: periodo non utilizzato',
  'review.line-credit-other': 'Accredito',
  'review.line-discount': 'Sconto',
  'review.line-tax': 'Imposte',
  'review.line-credit-used': 'Credito utilizzato',
  'review.line-owed': 'Importo precedente da pagare',
  'review.period': '{start} – {end}',
  'review.due-now': 'Da pagare ora',
  'review.then': 'In seguito',
  'review.then-value': '{amount} in data {date}',
  'review.then-none': 'Nessun altro addebito previsto',
  'review.effective': 'Decorrenza',
  'review.effective-now': 'Immediata',
  'review.effective-on': 'Dal giorno {date}',
  'review.credit-left': 'Un credito di {amount} resta disponibile per i prossimi addebiti.',
  'review.paid-with': 'L’addebito sarà effettuato su {method}.',
  'review.changed':
    'L’importo è cambiato dall’ultima visualizzazione. Verificarlo di nuovo. Nessun importo è stato addebitato.',
  'review.switch-now': 'Cambia ora',
  'review.switch-on': 'Cambia dal giorno {date}',
  'review.start-now': 'Inizia ora',
  'done.changed': 'Il piano è stato modificato.',
  'done.scheduled': 'Il piano cambierà il giorno {date}.',
  'done.resubscribed': 'Grazie per la rinnovata fiducia. Il piano è attivo.',

  // Promotion codes
  'code.label': 'Codice promozionale',
  'code.apply': 'Applica',
  'code.applied': 'Il codice {code} è stato applicato.',
  'code.empty': 'Inserire prima il codice.',
  'code.remove': 'Rimuovi codice',

  // Cancelling
  'cancel.title': 'Disdire {plan}?',
  'cancel.at-end':
    'Il piano resta disponibile fino al giorno {date}. Poi termina e non ci saranno altri addebiti per questo piano.',
  'cancel.at-once': 'Il piano termina non appena si conferma la disdetta.',
  'cancel.drops-change': 'Il passaggio programmato a {plan} non avrà luogo.',
  'cancel.reason-legend': 'Motivo della disdetta (facoltativo)',
  'cancel.reason.too_expensive': 'Costa troppo',
  'cancel.reason.missing_features': 'Manca qualcosa di cui ho bisogno',
  'cancel.reason.switched_service': 'Ora uso un altro servizio',
  'cancel.reason.unused': 'Non lo uso abbastanza',
  'cancel.reason.customer_service': 'L’assistenza non era all’altezza',
  'cancel.reason.too_complex': 'È troppo complicato',
  'cancel.reason.low_quality': 'La qualità non era all’altezza',
  'cancel.reason.other': 'Un altro motivo',
  'cancel.comment': 'Commenti o suggerimenti (facoltativo)',
  'cancel.keep': 'Mantieni abbonamento',
  'cancel.confirm': 'Disdici abbonamento',
  'cancel.done-title': 'L’abbonamento è stato disdetto',
  'cancel.done-at-end':
    'È possibile usare {plan} fino al giorno {date}. Non ci saranno altri addebiti per questo abbonamento.',
  'cancel.done-at-once':
    'L’abbonamento a {plan} è terminato. Non ci saranno altri addebiti per questo abbonamento.',
  'cancel.undo': 'Annulla la disdetta e mantieni il piano',
  'cancel.finish': 'Torna alla fatturazione',

  // Payment methods
  'methods.title': 'Metodi di pagamento',
  'methods.none': 'Ancora nessun metodo di pagamento.',
  'methods.add': 'Aggiungi metodo di pagamento',
  'methods.add-title': 'Nuovo metodo di pagamento',
  'methods.add-hint': 'Diventa il metodo predefinito per tutti i piani.',
  'methods.needed':
    'Per continuare è necessario un metodo di pagamento. Nessun importo viene addebitato prima della conferma.',
  'methods.form': 'Dati di pagamento',
  'methods.loading-form': 'Caricamento del modulo sicuro…',
  'methods.save': 'Salva metodo di pagamento',
  'methods.saved': 'Il metodo di pagamento è stato salvato.',
  'methods.default': 'Predefinito',
  'methods.make-default': 'Imposta come predefinito',
  'methods.made-default': '{method} è ora il metodo predefinito.',
  'methods.remove': 'Rimuovi',
  'methods.remove-confirm': 'Rimuovere {method}?',
  'methods.remove-yes': 'Sì, rimuovi',
  'methods.remove-no': 'Mantieni',
  'methods.removed': 'Metodo di pagamento rimosso: {method}.',
  'methods.needed-by-plan':
    'In uso per il piano. Per rimuovere questo metodo, aggiungerne prima un altro.',
  'methods.expired': 'Scaduta',
  'methods.expires': 'Scadenza {date}',
  'methods.card': 'Carta',
  'methods.update': 'Usa un altro metodo di pagamento',
  'methods.bank-debit': 'Conto bancario',
  'methods.unknown': 'Metodo di pagamento',
  'methods.for': '{action}: {method}',

  // Invoices
  'invoices.title': 'Fatture',
  'invoices.none': 'Ancora nessuna fattura.',
  'invoices.date': 'Data',
  'invoices.number': 'Numero',
  'invoices.description': 'Descrizione',
  'invoices.amount': 'Importo',
  'invoices.status': 'Stato',
  'invoices.actions': 'Documento',
  'invoices.paid': 'Pagata',
  'invoices.open': 'Da pagare',
  'invoices.void': 'Annullata',
  'invoices.uncollectible': 'Non riscossa',
  'invoices.no-number': 'ancora senza numero',
  'invoices.view': 'Visualizza',
  'invoices.view-name': 'Visualizza la fattura {number} in una nuova scheda',
  'invoices.download': 'PDF',
  'invoices.download-name': 'PDF della fattura {number} in una nuova scheda',
  'invoices.opening': 'Apertura…',
  'invoices.no-document': 'Per questa fattura non c’è ancora un documento.',
  'invoices.blocked': 'Il browser ha bloccato la nuova scheda.',
  'invoices.open-link': 'Apri il documento',
  'invoices.more': 'Carica altre',
  'invoices.loaded': {
    one: '{count} altra fattura caricata.',
    other: '{count} altre fatture caricate.',
  },
  'invoices.all-loaded': 'Tutte le fatture sono visualizzate.',
  'invoices.pay-name': 'Paga ora la fattura {number}',

  // Paying an invoice
  'pay.title': 'Pagamento di {amount}',
  'pay.text': 'Questo pagamento salda la fattura emessa in data {date}.',
  'pay.with': 'Metodo di pagamento',
  'pay.not-now': 'Non ora',
  'pay.done': 'Pagamento di {amount} completato. Grazie.',
  'checking.title': 'Verifica con la banca in corso…',
  'checking.text': 'Sono necessari alcuni secondi. È possibile lasciare aperta questa pagina.',
  'checking.late-title': 'La banca non ha ancora risposto',
  'checking.late-text':
    'Non è necessario pagare di nuovo. Non appena la banca risponde, l’esito compare qui.',
  'checking.again': 'Verifica di nuovo',

  // When something fails
  'failure.load-title': 'Non è stato possibile caricare i dati di fatturazione',
  'failure.money-no': 'Nessun importo è stato addebitato.',
  'failure.money-unknown':
    'Non sappiamo ancora se l’operazione è andata a buon fine. È possibile riprovare in tutta sicurezza: questa operazione non viene mai addebitata due volte.',
  'failure.offline': 'Sembra che non ci sia connessione a Internet.',
  'failure.unreachable': 'Non è stato possibile raggiungere il servizio di fatturazione.',
  'failure.timeout': 'Il servizio di fatturazione ha impiegato troppo tempo a rispondere.',
  'failure.code':
    'Non è stato possibile caricare una parte di questa pagina. Ricaricare la pagina.',
  'failure.form':
    'Non è stato possibile caricare il modulo di pagamento. Verificare la connessione o il blocco dei contenuti.',
  'failure.reference': 'Riferimento: {reference}',
  'ended.title': 'La sessione è terminata',
  'ended.text':
    'Per proteggere i dati di fatturazione, ricaricare questa pagina o accedere di nuovo.',
  'setup.title': 'Questo portale di fatturazione non è ancora configurato',
  'setup.missing':
    'Per chi gestisce il sito: aggiungere l’attributo {attribute} a <billing-portal>.',
  'setup.missing-customer':
    'Per chi gestisce il sito: aggiungere a <billing-portal> customer-id oppure email, ma solo uno dei due.',

  'problem.invalid-request':
    'Questa richiesta non è stata compresa. Nessun importo è stato addebitato.',
  'problem.method-not-allowed':
    'Questa richiesta non è stata compresa. Nessun importo è stato addebitato.',
  'problem.invalid-identity':
    'Non è stato possibile verificare la titolarità di questo account. Ricaricare la pagina, accedere di nuovo o contattarci.',
  'problem.session-expired':
    'La sessione è terminata. Ricaricare questa pagina. Nessun importo è stato addebitato.',
  'problem.origin-not-allowed':
    'La fatturazione non è disponibile su questo sito. Contattarci per ricevere assistenza.',
  'problem.action-not-allowed':
    'Questa operazione non è possibile qui. Contattarci per ricevere assistenza. Nessun importo è stato addebitato.',
  'problem.not-found':
    'L’elemento richiesto non è stato trovato. Nessun importo è stato addebitato.',
  'problem.customer-not-found':
    'Per questo account non ci sono ancora dati di fatturazione. Se invece erano attesi, contattarci.',
  'problem.subscription-not-found':
    'Questo abbonamento non è stato trovato. Ricaricare la pagina. Nessun importo è stato addebitato.',
  'problem.invoice-not-found':
    'Questa fattura non è stata trovata. Ricaricare la pagina. Nessun importo è stato addebitato.',
  'problem.payment-method-not-found':
    'Questo metodo di pagamento non è stato trovato. Ricaricare la pagina. Nessun importo è stato addebitato.',
  'problem.customer-ambiguous':
    'Non è stato possibile individuare l’account corretto. Contattarci per ricevere assistenza.',
  'problem.intent-changed':
    'Nel frattempo qualcosa è cambiato. Ricaricare la pagina per vedere che cosa è stato fatto.',
  'problem.intent-in-progress':
    'L’operazione è ancora in corso. Attendere un momento, poi riprovare. Non verrà addebitata due volte.',
  'problem.preview-expired':
    'L’importo mostrato non è più aggiornato. Verificarlo di nuovo. Nessun importo è stato addebitato.',
  'problem.amount-changed':
    'L’importo è cambiato. Verificarlo di nuovo. Nessun importo è stato addebitato.',
  'problem.subscription-ended':
    'Questo abbonamento è già terminato. Nessun importo è stato addebitato.',
  'problem.already-subscribed':
    'Questo abbonamento risulta già sottoscritto. Nessun importo è stato addebitato.',
  'problem.invoice-not-open':
    'Questa fattura non è più in attesa di pagamento, quindi non c’è nulla da pagare. Nessun importo è stato addebitato.',
  'problem.payment-method-required':
    'Aggiungere prima un metodo di pagamento. Nessun importo è stato addebitato.',
  'problem.payment-method-in-use':
    'Questo metodo di pagamento è ancora necessario. Aggiungerne prima un altro.',
  'problem.too-large':
    'Il testo è troppo lungo. Occorre abbreviarlo. Nessun importo è stato addebitato.',
  'problem.payment-failed':
    'Il pagamento non è andato a buon fine. Nessun importo è stato addebitato.',
  'problem.payment-needs-authentication':
    'La banca richiede una conferma per questo pagamento. Nessun importo è stato addebitato. Si prega di riprovare.',
  'problem.plan-unavailable':
    'Non è possibile scegliere questo piano. Sceglierne un altro. Nessun importo è stato addebitato.',
  'problem.quantity-invalid':
    'Questa quantità non è possibile. Sceglierne un’altra. Nessun importo è stato addebitato.',
  'problem.promotion-code-invalid':
    'Questo codice non può essere utilizzato qui. Verificare il codice. Nessun importo è stato addebitato.',
  'problem.too-many-requests':
    'Questa operazione è stata ripetuta troppo spesso in poco tempo. Riprovare {when}. Nessun importo è stato addebitato.',
  'problem.busy':
    'Al momento il servizio è molto occupato. Riprovare tra un istante. Nessun importo è stato addebitato.',
  'problem.internal': 'Qualcosa non ha funzionato da parte nostra.',
  'problem.stripe-unavailable': 'Il servizio di pagamento non è raggiungibile al momento.',
  'problem.not-applied':
    'L’operazione non è stata eseguita. Nessun importo è stato addebitato. Riprovare.',
  'problem.outcome-unknown':
    'Non sappiamo ancora se l’operazione è stata eseguita. È possibile riprovare in tutta sicurezza: questa operazione non viene mai addebitata due volte.',

  'payment-failure.insufficient-funds':
    'La banca segnala che i fondi su questa carta non sono sufficienti. Nessun importo è stato addebitato. Utilizzare un altro metodo di pagamento.',
  'payment-failure.expired-card':
    'Questa carta è scaduta. Nessun importo è stato addebitato. Utilizzare un altro metodo di pagamento.',
  'payment-failure.incorrect-cvc':
    'Il codice di sicurezza della carta non è corretto. Nessun importo è stato addebitato. Aggiungere di nuovo la carta.',
  'payment-failure.processing-error':
    'La banca non è riuscita a elaborare il pagamento. Nessun importo è stato addebitato. Riprovare tra qualche istante.',
  'payment-failure.authentication-failed':
    'Il pagamento non è stato confermato con la banca. Nessun importo è stato addebitato. Si prega di riprovare.',
  'payment-failure.generic':
    'La banca ha rifiutato il pagamento. Nessun importo è stato addebitato. Utilizzare un altro metodo di pagamento o rivolgersi alla banca.',
};
