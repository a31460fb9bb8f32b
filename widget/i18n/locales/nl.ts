/* oxlint-disable max-lines -- one language is one table */
import type { Messages } from '../messages.ts';

/** Dutch, informal ("je"). A subscription and a plan are both an "abonnement", as customers say it. */
export const nl: Messages = {
  // Everywhere
  'label.portal': 'Facturering',
  'action.back': 'Terug',
  'action.try-again': 'Opnieuw proberen',
  'action.reload': 'Opnieuw laden',
  'status.loading': 'Je factureringsgegevens worden geladen…',
  'status.working': 'Even geduld…',
  'badge.test-mode': 'Testmodus',
  'test-mode.hint': 'Hier gaat geen echt geld om.',

  // How often something is charged; `intervalText` picks one
  'interval.day': 'per dag',
  'interval.days': { one: 'elke dag', other: 'elke {count} dagen' },
  'interval.week': 'per week',
  'interval.weeks': { one: 'elke week', other: 'elke {count} weken' },
  'interval.month': 'per maand',
  'interval.months': { one: 'elke maand', other: 'elke {count} maanden' },
  'interval.year': 'per jaar',
  'interval.years': { one: 'elk jaar', other: 'elke {count} jaar' },

  // The overview
  'overview.title': 'Je abonnement',
  'overview.title-many': 'Je abonnementen',
  'overview.ended-title': 'Je laatste abonnement',
  'overview.earlier': 'Eerdere abonnementen',
  'empty.title': 'Nog geen abonnement',
  'empty.text':
    'Zodra je een abonnement afsluit, zie je hier je abonnement en de volgende betaling.',
  'price.each': '{price} {interval}',
  'price.each-unit': '{price} per {unit}, {interval}',
  'price.each-one': '{price} per stuk, {interval}',
  'price.by-use': 'Prijs afhankelijk van gebruik',
  'next-charge.label': 'Volgende betaling',
  'next-charge.value': '{amount} op {date}',
  'next-charge.none': 'Er wordt niets meer afgeschreven',
  'ended.label': 'Beëindigd op',
  'access-until.label': 'Eindigt op',
  'paid-with.label': 'Betaalmethode',
  'paid-with.none': 'Geen betaalmethode',
  'discount.label': 'Korting',
  'discount.code': '{name} (code {code})',
  'discount.percent': '{name}: {percent} korting',
  'discount.amount': '{name}: {amount} korting',
  'discount.until': '{discount}, tot {date}',
  'discount.once': '{discount}, eenmalig',
  'balance.credit':
    'Je hebt een tegoed van {amount}. Dit wordt verrekend met je volgende betalingen.',
  'balance.owed':
    'Een eerder openstaand bedrag van {amount} wordt bij je volgende betaling opgeteld.',

  'status.active': 'Actief',
  'status.trialing': 'Proefperiode',
  'status.past_due': 'Betaling achterstallig',
  'status.unpaid': 'Onbetaald',
  'status.incomplete': 'Wacht op betaling',
  'status.incomplete_expired': 'Niet gestart',
  'status.canceled': 'Beëindigd',
  'status.paused': 'Gepauzeerd',
  'status.ending': 'Loopt af',

  // One note per subscription, the most important one
  'note.incomplete':
    'Je eerste betaling van {amount} is nog niet afgerond. Betaal nu om je abonnement te starten.',
  'note.incomplete-unknown':
    'Je eerste betaling is nog niet afgerond. Daarom is je abonnement nog niet gestart.',
  'note.charge-failed':
    'We konden {amount} niet afschrijven. Betaal nu om je abonnement te behouden.',
  'note.charge-retry': 'We proberen het op {date} opnieuw.',
  'note.invoice-open': 'Je factuur van {date} staat nog open. Het gaat om {amount}.',
  'note.overdue': 'Een betaling is achterstallig. Controleer je betaalmethode.',
  'note.ending':
    'Je abonnement eindigt op {date}. Tot die tijd verandert er niets en kun je het nog behouden.',
  'note.paused':
    'Je abonnement is gepauzeerd. Er wordt niets afgeschreven totdat het wordt hervat.',
  'note.paused-until':
    'Je abonnement is gepauzeerd tot {date}. Voor die tijd wordt er niets afgeschreven.',
  'note.trial-paused':
    'Je proefperiode is voorbij. Voeg een betaalmethode toe en neem contact met ons op om verder te gaan.',
  'note.change': 'Op {date} wordt je abonnement gewijzigd in {plan}.',
  'note.trial': 'Je proefperiode eindigt op {date}.',
  'note.trial-charge': 'Je proefperiode eindigt op {date}. Daarna wordt {amount} afgeschreven.',
  'note.trial-no-card':
    'Je proefperiode eindigt op {date}. Voeg een betaalmethode toe om je abonnement daarna te behouden.',

  'action.change-plan': 'Abonnement wijzigen',
  'action.change-quantity': 'Aantal wijzigen',
  'action.add-code': 'Kortingscode toevoegen',
  'action.cancel': 'Abonnement opzeggen',
  'action.keep': 'Abonnement behouden',
  'action.undo-change': 'Huidig abonnement behouden',
  'action.resubscribe': 'Opnieuw abonneren',
  'action.pay-now': 'Nu betalen',
  'action.pay-amount': 'Nu {amount} betalen',
  'done.kept': 'Je abonnement loopt door. Er is niets afgeschreven.',
  'done.change-undone': 'Je houdt je huidige abonnement.',

  // Changing the plan
  'plans.title': 'Abonnement wijzigen',
  'plans.resubscribe-title': 'Kies een abonnement',
  'plans.legend': 'Abonnement',
  'plans.interval-legend': 'Hoe vaak je betaalt',
  'plans.monthly': 'Maandelijks',
  'plans.yearly': 'Jaarlijks',
  'plans.saving': 'bespaar {percent}',
  'plans.current': 'Huidig abonnement',
  'plans.none': 'Er is op dit moment geen ander abonnement om uit te kiezen.',
  'plans.quantity': 'Aantal',
  'plans.quantity-unit': 'Aantal ({unit})',
  'plans.quantity-range': 'Van {minimum} tot en met {maximum}',
  'plans.quantity-invalid': 'Vul een heel getal in van {minimum} tot en met {maximum}.',
  'plans.choose-one': 'Kies eerst een abonnement.',
  'action.review': 'Wijziging controleren',
  'action.review-order': 'Controleren',
  'action.other-plan': 'Ander abonnement kiezen',

  // Reviewing what will be charged
  'review.title': 'Controleer je wijziging',
  'review.resubscribe-title': 'Opnieuw abonneren',
  'review.loading': 'Het exacte bedrag wordt berekend…',
  'review.change': 'Van {old} naar {new}',
  'review.lines': 'Zo is het bedrag opgebouwd',
  'review.line-quantity': '{plan} × {count}',
  'review.line-other': 'Bedrag',
  'review.line-proration': '{plan}: resterende tijd',
  'review.line-credit': '{plan}: ongebruikte tijd',
  'review.line-credit-other': 'Creditering',
  'review.line-discount': 'Korting',
  'review.line-tax': 'Belasting',
  'review.line-credit-used': 'Je tegoed',
  'review.line-owed': 'Eerder openstaand bedrag',
  'review.period': '{start} – {end}',
  'review.due-now': 'Nu te betalen',
  'review.then': 'Daarna',
  'review.then-value': '{amount} op {date}',
  'review.then-none': 'Geen verdere betaling gepland',
  'review.effective': 'Gaat in',
  'review.effective-now': 'Direct',
  'review.effective-on': 'Op {date}',
  'review.credit-left':
    'Er blijft {amount} tegoed op je account staan voor je volgende betalingen.',
  'review.paid-with': 'Het bedrag wordt afgeschreven via {method}.',
  'review.changed':
    'Het bedrag is veranderd sinds je het voor het laatst zag. Controleer het nog een keer. Er is niets afgeschreven.',
  'review.switch-now': 'Nu wijzigen',
  'review.switch-on': 'Wijzigen op {date}',
  'review.start-now': 'Nu starten',
  'done.changed': 'Je abonnement is gewijzigd.',
  'done.scheduled': 'Je abonnement wordt op {date} gewijzigd.',
  'done.resubscribed': 'Welkom terug. Je abonnement is actief.',

  // Promotion codes
  'code.label': 'Kortingscode',
  'code.apply': 'Toepassen',
  'code.applied': 'Code {code} is toegepast.',
  'code.empty': 'Vul eerst de code in.',
  'code.remove': 'Code verwijderen',

  // Cancelling
  'cancel.title': '{plan} opzeggen?',
  'cancel.at-end':
    'Je houdt je abonnement tot {date}. Daarna eindigt het en wordt er niets meer voor afgeschreven.',
  'cancel.at-once': 'Je abonnement eindigt zodra je opzegt.',
  'cancel.drops-change': 'Je geplande overstap naar {plan} gaat dan niet door.',
  'cancel.reason-legend': 'Waarom zeg je op? (optioneel)',
  'cancel.reason.too_expensive': 'Het is te duur',
  'cancel.reason.missing_features': 'Ik mis iets wat ik nodig heb',
  'cancel.reason.switched_service': 'Ik gebruik nu een andere dienst',
  'cancel.reason.unused': 'Ik gebruik het te weinig',
  'cancel.reason.customer_service': 'De klantenservice was niet goed genoeg',
  'cancel.reason.too_complex': 'Het is te ingewikkeld',
  'cancel.reason.low_quality': 'De kwaliteit was niet goed genoeg',
  'cancel.reason.other': 'Een andere reden',
  'cancel.comment': 'Wil je ons nog iets laten weten? (optioneel)',
  'cancel.keep': 'Abonnement behouden',
  'cancel.confirm': 'Abonnement opzeggen',
  'cancel.done-title': 'Je abonnement is opgezegd',
  'cancel.done-at-end':
    'Je kunt {plan} gebruiken tot {date}. Er wordt niets meer voor afgeschreven.',
  'cancel.done-at-once': '{plan} is beëindigd. Er wordt niets meer voor afgeschreven.',
  'cancel.undo': 'Opzegging intrekken',
  'cancel.finish': 'Terug naar facturering',

  // Payment methods
  'methods.title': 'Betaalmethoden',
  'methods.none': 'Nog geen betaalmethode.',
  'methods.add': 'Betaalmethode toevoegen',
  'methods.add-title': 'Nieuwe betaalmethode',
  'methods.add-hint': 'Dit wordt de standaard voor al je abonnementen.',
  'methods.needed':
    'Je hebt een betaalmethode nodig om verder te gaan. Er wordt niets afgeschreven voordat je bevestigt.',
  'methods.form': 'Je betaalgegevens',
  'methods.loading-form': 'Het beveiligde formulier wordt geladen…',
  'methods.save': 'Betaalmethode opslaan',
  'methods.saved': 'Je betaalmethode is opgeslagen.',
  'methods.default': 'Standaard',
  'methods.make-default': 'Als standaard instellen',
  'methods.made-default': '{method} is nu de standaard.',
  'methods.remove': 'Verwijderen',
  'methods.remove-confirm': '{method} verwijderen?',
  'methods.remove-yes': 'Ja, verwijderen',
  'methods.remove-no': 'Behouden',
  'methods.removed': '{method} is verwijderd.',
  'methods.needed-by-plan':
    'Wordt gebruikt voor je abonnement. Voeg eerst een andere betaalmethode toe om deze te verwijderen.',
  'methods.expired': 'Verlopen',
  'methods.expires': 'Geldig t/m {date}',
  'methods.card': 'Kaart',
  'methods.update': 'Andere betaalmethode gebruiken',
  'methods.bank-debit': 'Bankrekening',
  'methods.unknown': 'Betaalmethode',
  'methods.for': '{action}: {method}',

  // Invoices
  'invoices.title': 'Facturen',
  'invoices.none': 'Nog geen facturen.',
  'invoices.date': 'Datum',
  'invoices.number': 'Nummer',
  'invoices.description': 'Omschrijving',
  'invoices.amount': 'Bedrag',
  'invoices.status': 'Status',
  'invoices.actions': 'Document',
  'invoices.paid': 'Betaald',
  'invoices.open': 'Openstaand',
  'invoices.void': 'Geannuleerd',
  'invoices.uncollectible': 'Niet geïnd',
  'invoices.no-number': 'nog zonder nummer',
  'invoices.view': 'Bekijken',
  'invoices.view-name': 'Factuur {number} bekijken in een nieuw tabblad',
  'invoices.download': 'PDF',
  'invoices.download-name': 'PDF van factuur {number} in een nieuw tabblad',
  'invoices.opening': 'Wordt geopend…',
  'invoices.no-document': 'Er is nog geen document voor deze factuur.',
  'invoices.blocked': 'Je browser heeft het nieuwe tabblad tegengehouden.',
  'invoices.open-link': 'Document openen',
  'invoices.more': 'Meer laden',
  'invoices.loaded': {
    one: 'Nog {count} factuur geladen.',
    other: 'Nog {count} facturen geladen.',
  },
  'invoices.all-loaded': 'Alle facturen worden weergegeven.',
  'invoices.pay-name': 'Factuur {number} nu betalen',

  // Paying an invoice
  'pay.title': '{amount} betalen',
  'pay.text': 'Hiermee betaal je de factuur van {date}.',
  'pay.with': 'Betalen met',
  'pay.not-now': 'Niet nu',
  'pay.done': '{amount} betaald. Bedankt.',
  'checking.title': 'We vragen het na bij je bank…',
  'checking.text': 'Dit duurt een paar seconden. Je kunt deze pagina open laten staan.',
  'checking.late-title': 'Je bank heeft nog niet gereageerd',
  'checking.late-text':
    'Je hoeft niet opnieuw te betalen. Zodra je bank reageert, zie je dat hier.',
  'checking.again': 'Opnieuw controleren',

  // When something fails
  'failure.load-title': 'Je factureringsgegevens konden niet worden geladen',
  'failure.money-no': 'Er is niets afgeschreven.',
  'failure.money-unknown':
    'We weten nog niet of het is gelukt. Je kunt het veilig opnieuw proberen: er wordt nooit twee keer voor afgeschreven.',
  'failure.offline': 'Je lijkt offline te zijn.',
  'failure.unreachable': 'We konden de factureringsdienst niet bereiken.',
  'failure.timeout': 'Het duurde te lang voordat de factureringsdienst reageerde.',
  'failure.code': 'Een deel van deze pagina kon niet worden geladen. Laad de pagina opnieuw.',
  'failure.form':
    'Het betaalformulier kon niet worden geladen. Controleer je verbinding of je adblocker.',
  'failure.reference': 'Referentie: {reference}',
  'ended.title': 'Je sessie is verlopen',
  'ended.text':
    'Laad deze pagina opnieuw of log opnieuw in. Zo blijven je factureringsgegevens veilig.',
  'setup.title': 'Dit factureringsportaal is nog niet ingesteld',
  'setup.missing':
    'Voor de beheerder van deze site: voeg het attribuut {attribute} toe aan <billing-portal>.',
  'setup.missing-customer':
    'Voor de beheerder van deze site: voeg customer-id of email toe aan <billing-portal>, en niet allebei.',

  'problem.invalid-request': 'Dit verzoek is niet begrepen. Er is niets afgeschreven.',
  'problem.method-not-allowed': 'Dit verzoek is niet begrepen. Er is niets afgeschreven.',
  'problem.invalid-identity':
    'We konden niet bevestigen dat dit jouw account is. Laad de pagina opnieuw, log opnieuw in of neem contact met ons op.',
  'problem.session-expired':
    'Je sessie is verlopen. Laad deze pagina opnieuw. Er is niets afgeschreven.',
  'problem.origin-not-allowed':
    'Facturering is op deze site niet beschikbaar. Neem contact met ons op.',
  'problem.action-not-allowed':
    'Dit is hier niet mogelijk. Neem contact met ons op. Er is niets afgeschreven.',
  'problem.not-found': 'Dit is niet gevonden. Er is niets afgeschreven.',
  'problem.customer-not-found':
    'Er zijn nog geen factureringsgegevens voor dit account. Had je die wel verwacht? Neem dan contact met ons op.',
  'problem.subscription-not-found':
    'Dit abonnement is niet gevonden. Laad de pagina opnieuw. Er is niets afgeschreven.',
  'problem.invoice-not-found':
    'Deze factuur is niet gevonden. Laad de pagina opnieuw. Er is niets afgeschreven.',
  'problem.payment-method-not-found':
    'Deze betaalmethode is niet gevonden. Laad de pagina opnieuw. Er is niets afgeschreven.',
  'problem.customer-ambiguous':
    'We konden niet vaststellen welk account van jou is. Neem contact met ons op.',
  'problem.intent-changed':
    'Er is intussen iets veranderd. Laad de pagina opnieuw om te zien wat er is doorgevoerd.',
  'problem.intent-in-progress':
    'Dit wordt nog verwerkt. Wacht even en probeer het dan opnieuw. Er wordt niet twee keer afgeschreven.',
  'problem.preview-expired':
    'Het getoonde bedrag is niet meer actueel. Controleer het nog een keer. Er is niets afgeschreven.',
  'problem.amount-changed':
    'Het bedrag is veranderd. Controleer het nog een keer. Er is niets afgeschreven.',
  'problem.subscription-ended': 'Dit abonnement is al beëindigd. Er is niets afgeschreven.',
  'problem.already-subscribed': 'Je hebt dit abonnement al. Er is niets afgeschreven.',
  'problem.invoice-not-open':
    'Deze factuur staat niet meer open, dus er valt niets te betalen. Er is niets afgeschreven.',
  'problem.payment-method-required': 'Voeg eerst een betaalmethode toe. Er is niets afgeschreven.',
  'problem.payment-method-in-use': 'Deze betaalmethode is nog nodig. Voeg eerst een andere toe.',
  'problem.too-large': 'Dat is te lang. Maak het korter. Er is niets afgeschreven.',
  'problem.payment-failed': 'De betaling is niet gelukt. Er is niets afgeschreven.',
  'problem.payment-needs-authentication':
    'Je bank wil dat je deze betaling bevestigt. Er is niets afgeschreven. Probeer het opnieuw.',
  'problem.plan-unavailable':
    'Dit abonnement kan niet worden gekozen. Kies een ander abonnement. Er is niets afgeschreven.',
  'problem.quantity-invalid':
    'Dit aantal is niet mogelijk. Kies een ander aantal. Er is niets afgeschreven.',
  'problem.promotion-code-invalid':
    'Deze code kan hier niet worden gebruikt. Controleer de code. Er is niets afgeschreven.',
  'problem.too-many-requests':
    'Dit is in korte tijd te vaak gedaan. Probeer het {when} opnieuw. Er is niets afgeschreven.',
  'problem.busy':
    'Het is op dit moment erg druk. Probeer het zo dadelijk opnieuw. Er is niets afgeschreven.',
  'problem.internal': 'Er is bij ons iets misgegaan.',
  'problem.stripe-unavailable': 'De betaaldienst is op dit moment niet bereikbaar.',
  'problem.not-applied': 'Dit is niet uitgevoerd en er is niets afgeschreven. Probeer het opnieuw.',
  'problem.outcome-unknown':
    'We weten nog niet of dit is gelukt. Je kunt het veilig opnieuw proberen: er wordt nooit twee keer voor afgeschreven.',

  'payment-failure.insufficient-funds':
    'Volgens de bank is er niet genoeg saldo voor deze kaart. Er is niets afgeschreven. Gebruik een andere betaalmethode.',
  'payment-failure.expired-card':
    'Deze kaart is verlopen. Er is niets afgeschreven. Gebruik een andere betaalmethode.',
  'payment-failure.incorrect-cvc':
    'De beveiligingscode van de kaart klopt niet. Er is niets afgeschreven. Voeg de kaart opnieuw toe.',
  'payment-failure.processing-error':
    'De bank kon de betaling niet verwerken. Er is niets afgeschreven. Probeer het zo meteen opnieuw.',
  'payment-failure.authentication-failed':
    'De betaling is niet bij je bank bevestigd. Er is niets afgeschreven. Probeer het opnieuw.',
  'payment-failure.generic':
    'Je bank heeft de betaling geweigerd. Er is niets afgeschreven. Gebruik een andere betaalmethode of neem contact op met je bank.',
};
