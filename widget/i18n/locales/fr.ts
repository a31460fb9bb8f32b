/* oxlint-disable max-lines -- one language is one table */
import type { Messages } from '../messages.ts';

/**
 * French, formal ("vous"). A plan is a "forfait", to cancel is "résilier", to charge is "prélever".
 * A no-break space stands before a colon and a question mark.
 */
export const fr: Messages = {
  // Everywhere
  'label.portal': 'Facturation',
  'action.back': 'Retour',
  'action.try-again': 'Réessayer',
  'action.reload': 'Recharger',
  'status.loading': 'Chargement de vos informations de facturation…',
  'status.working': 'Un instant…',
  'badge.test-mode': 'Mode test',
  'test-mode.hint': 'Aucun argent réel ne circule ici.',

  // How often something is charged; `intervalText` picks one
  'interval.day': 'par jour',
  'interval.days': { one: 'par période de {count} jour', other: 'tous les {count} jours' },
  'interval.week': 'par semaine',
  'interval.weeks': { one: 'par période de {count} semaine', other: 'toutes les {count} semaines' },
  'interval.month': 'par mois',
  'interval.months': { one: 'par période de {count} mois', other: 'tous les {count} mois' },
  'interval.year': 'par an',
  'interval.years': { one: 'par période de {count} an', other: 'tous les {count} ans' },

  // The overview
  'overview.title': 'Votre forfait',
  'overview.title-many': 'Vos forfaits',
  'overview.ended-title': 'Votre dernier forfait',
  'overview.earlier': 'Forfaits précédents',
  'empty.title': 'Aucun abonnement pour le moment',
  'empty.text':
    'Dès que vous aurez un abonnement, votre forfait et son prochain prélèvement s’afficheront ici.',
  'price.each': '{price} {interval}',
  'price.each-unit': '{price} par {unit}, {interval}',
  'price.each-one': '{price} l’unité, {interval}',
  'price.by-use': 'Prix selon l’utilisation',
  'next-charge.label': 'Prochain prélèvement',
  'next-charge.value': '{amount} le {date}',
  'next-charge.none': 'Plus rien ne sera prélevé',
  'ended.label': 'Terminé le',
  'access-until.label': 'Prend fin le',
  'paid-with.label': 'Moyen de paiement',
  'paid-with.none': 'Aucun moyen de paiement',
  'discount.label': 'Réduction',
  'discount.code': '{name} (code promo {code})',
  'discount.percent': '{name}\u00a0: {percent} de réduction',
  'discount.amount': '{name}\u00a0: {amount} de réduction',
  'discount.until': '{discount}, jusqu’au {date}',
  'discount.once': '{discount}, une seule fois',
  'balance.credit':
    'Vous disposez d’un crédit de {amount}. Il sera déduit de vos prochains prélèvements.',
  'balance.owed': 'Un montant de {amount} restant dû sera ajouté à votre prochain prélèvement.',

  'status.active': 'Actif',
  'status.trialing': 'Période d’essai',
  'status.past_due': 'Paiement en retard',
  'status.unpaid': 'Impayé',
  'status.incomplete': 'En attente de paiement',
  'status.incomplete_expired': 'Jamais démarré',
  'status.canceled': 'Terminé',
  'status.paused': 'En pause',
  'status.ending': 'Fin programmée',

  // One note per subscription, the most important one
  'note.incomplete':
    'Votre premier paiement de {amount} n’est pas finalisé. Payez maintenant pour démarrer votre forfait.',
  'note.incomplete-unknown':
    'Votre premier paiement n’est pas finalisé, votre forfait n’a donc pas démarré.',
  'note.charge-failed':
    'Nous n’avons pas pu prélever {amount}. Payez maintenant pour conserver votre forfait.',
  'note.charge-retry': 'Nous réessaierons le {date}.',
  'note.invoice-open': 'Une facture de {amount}, datée du {date}, est en attente de paiement.',
  'note.overdue': 'Un paiement est en retard. Veuillez vérifier votre moyen de paiement.',
  'note.ending':
    'Votre forfait prend fin le {date}. D’ici là, rien ne change et vous pouvez encore le conserver.',
  'note.paused': 'Votre forfait est en pause. Aucun montant ne sera prélevé jusqu’à sa reprise.',
  'note.paused-until':
    'Votre forfait est en pause jusqu’au {date}. Aucun montant ne sera prélevé d’ici là.',
  'note.trial-paused':
    'Votre période d’essai est terminée. Pour continuer, ajoutez un moyen de paiement et contactez-nous.',
  'note.change': 'Le {date}, votre forfait sera remplacé par {plan}.',
  'note.trial': 'Votre période d’essai se termine le {date}.',
  'note.trial-charge':
    'Votre période d’essai se termine le {date}. Un montant de {amount} sera ensuite prélevé.',
  'note.trial-no-card':
    'Votre période d’essai se termine le {date}. Ajoutez un moyen de paiement pour conserver votre forfait au-delà.',

  'action.change-plan': 'Changer de forfait',
  'action.change-quantity': 'Modifier la quantité',
  'action.add-code': 'Ajouter un code promo',
  'action.cancel': 'Résilier l’abonnement',
  'action.keep': 'Conserver mon forfait',
  'action.undo-change': 'Rester sur mon forfait actuel',
  'action.resubscribe': 'Se réabonner',
  'action.pay-now': 'Payer maintenant',
  'action.pay-amount': 'Payer {amount} maintenant',
  'done.kept': 'Votre forfait se poursuit. Aucun montant n’a été prélevé.',
  'done.change-undone': 'Vous restez sur votre forfait actuel.',

  // Changing the plan
  'plans.title': 'Changer de forfait',
  'plans.resubscribe-title': 'Choisir un forfait',
  'plans.legend': 'Forfait',
  'plans.interval-legend': 'Fréquence de paiement',
  'plans.monthly': 'Mensuelle',
  'plans.yearly': 'Annuelle',
  'plans.saving': '{percent} d’économie',
  'plans.current': 'Forfait actuel',
  'plans.none': 'Aucun autre forfait n’est disponible pour le moment.',
  'plans.quantity': 'Quantité',
  'plans.quantity-unit': 'Quantité ({unit})',
  'plans.quantity-range': 'De {minimum} à {maximum}',
  'plans.quantity-invalid': 'Saisissez un nombre entier de {minimum} à {maximum}.',
  'plans.choose-one': 'Choisissez d’abord un forfait.',
  'action.review': 'Vérifier la modification',
  'action.review-order': 'Vérifier',
  'action.other-plan': 'Choisir un autre forfait',

  // Reviewing what will be charged
  'review.title': 'Vérifiez votre modification',
  'review.resubscribe-title': 'Se réabonner',
  'review.loading': 'Calcul du montant exact…',
  'review.change': 'Du forfait {old} au forfait {new}',
  'review.lines': 'Détail du montant',
  'review.line-quantity': '{plan} × {count}',
  'review.line-other': 'Montant facturé',
  'review.line-proration': '{plan}\u00a0: temps restant',
  'review.line-credit': '{plan}\u00a0: temps non utilisé',
  'review.line-credit-other': 'Crédit',
  'review.line-discount': 'Réduction',
  'review.line-tax': 'Taxes',
  'review.line-credit-used': 'Votre crédit',
  'review.line-owed': 'Solde antérieur dû',
  'review.period': '{start} – {end}',
  'review.due-now': 'À payer maintenant',
  'review.then': 'Ensuite',
  'review.then-value': '{amount} le {date}',
  'review.then-none': 'Aucun autre prélèvement prévu',
  'review.effective': 'Prise d’effet',
  'review.effective-now': 'Immédiate',
  'review.effective-on': 'Le {date}',
  'review.credit-left':
    'Un crédit de {amount} reste sur votre compte pour vos prochains prélèvements.',
  'review.paid-with': 'Le paiement sera effectué avec {method}.',
  'review.changed':
    'Le montant a changé depuis votre dernière consultation. Veuillez le vérifier à nouveau. Aucun montant n’a été prélevé.',
  'review.switch-now': 'Changer maintenant',
  'review.switch-on': 'Changer à partir du {date}',
  'review.start-now': 'Démarrer maintenant',
  'done.changed': 'Votre forfait a été modifié.',
  'done.scheduled': 'Votre forfait changera le {date}.',
  'done.resubscribed': 'Bon retour parmi nous. Votre forfait est actif.',

  // Promotion codes
  'code.label': 'Code promo',
  'code.apply': 'Appliquer',
  'code.applied': 'Le code {code} est appliqué.',
  'code.empty': 'Saisissez d’abord le code.',
  'code.remove': 'Retirer le code',

  // Cancelling
  'cancel.title': 'Résilier {plan}\u00a0?',
  'cancel.at-end':
    'Vous conservez votre forfait jusqu’au {date}. Il prendra ensuite fin et plus rien ne sera prélevé à ce titre.',
  'cancel.at-once': 'Votre forfait prend fin dès que vous résiliez.',
  'cancel.drops-change': 'Le changement prévu vers {plan} n’aura pas lieu.',
  'cancel.reason-legend': 'Pourquoi résiliez-vous\u00a0? (facultatif)',
  'cancel.reason.too_expensive': 'C’est trop cher',
  'cancel.reason.missing_features': 'Il manque quelque chose dont j’ai besoin',
  'cancel.reason.switched_service': 'J’utilise désormais un autre service',
  'cancel.reason.unused': 'Je ne l’utilise pas assez',
  'cancel.reason.customer_service': 'L’assistance n’était pas à la hauteur',
  'cancel.reason.too_complex': 'C’est trop compliqué',
  'cancel.reason.low_quality': 'La qualité n’était pas suffisante',
  'cancel.reason.other': 'Une autre raison',
  'cancel.comment': 'Souhaitez-vous nous dire autre chose\u00a0? (facultatif)',
  'cancel.keep': 'Conserver l’abonnement',
  'cancel.confirm': 'Résilier l’abonnement',
  'cancel.done-title': 'Votre abonnement est résilié',
  'cancel.done-at-end':
    'Vous pouvez utiliser {plan} jusqu’au {date}. Plus rien ne sera prélevé à ce titre.',
  'cancel.done-at-once': '{plan} a pris fin. Plus rien ne sera prélevé à ce titre.',
  'cancel.undo': 'Annuler la résiliation',
  'cancel.finish': 'Retour à la facturation',

  // Payment methods
  'methods.title': 'Moyens de paiement',
  'methods.none': 'Aucun moyen de paiement pour le moment.',
  'methods.add': 'Ajouter un moyen de paiement',
  'methods.add-title': 'Nouveau moyen de paiement',
  'methods.add-hint': 'Il sera utilisé par défaut pour tous vos forfaits.',
  'methods.needed':
    'Un moyen de paiement est nécessaire pour continuer. Aucun montant ne sera prélevé avant votre confirmation.',
  'methods.form': 'Vos informations de paiement',
  'methods.loading-form': 'Chargement du formulaire sécurisé…',
  'methods.save': 'Enregistrer le moyen de paiement',
  'methods.saved': 'Votre moyen de paiement est enregistré.',
  'methods.default': 'Par défaut',
  'methods.make-default': 'Définir par défaut',
  'methods.made-default': '{method} est désormais le moyen de paiement par défaut.',
  'methods.remove': 'Supprimer',
  'methods.remove-confirm': 'Supprimer {method}\u00a0?',
  'methods.remove-yes': 'Oui, supprimer',
  'methods.remove-no': 'Conserver',
  'methods.removed': 'Moyen de paiement supprimé\u00a0: {method}.',
  'methods.needed-by-plan':
    'Utilisé pour votre forfait. Ajoutez d’abord un autre moyen de paiement pour pouvoir supprimer celui-ci.',
  'methods.expired': 'Expiré',
  'methods.expires': 'Expire en {date}',
  'methods.card': 'Carte',
  'methods.update': 'Utiliser un autre moyen de paiement',
  'methods.bank-debit': 'Compte bancaire',
  'methods.unknown': 'Moyen de paiement',
  'methods.for': '{action}\u00a0: {method}',

  // Invoices
  'invoices.title': 'Factures',
  'invoices.none': 'Aucune facture pour le moment.',
  'invoices.date': 'Date',
  'invoices.number': 'Numéro',
  'invoices.description': 'Objet',
  'invoices.amount': 'Montant',
  'invoices.status': 'Statut',
  'invoices.actions': 'Document',
  'invoices.paid': 'Payée',
  'invoices.open': 'À payer',
  'invoices.void': 'Annulée',
  'invoices.uncollectible': 'Non recouvrée',
  // Stands inside "Voir la facture … dans un nouvel onglet"
  'invoices.no-number': 'sans numéro',
  'invoices.view': 'Voir',
  'invoices.view-name': 'Voir la facture {number} dans un nouvel onglet',
  'invoices.download': 'PDF',
  'invoices.download-name': 'PDF de la facture {number} dans un nouvel onglet',
  'invoices.opening': 'Ouverture…',
  'invoices.no-document': 'Aucun document n’est encore disponible pour cette facture.',
  'invoices.blocked': 'Votre navigateur a bloqué le nouvel onglet.',
  'invoices.open-link': 'Ouvrir le document',
  'invoices.more': 'Afficher plus',
  'invoices.loaded': {
    one: '{count} facture supplémentaire chargée.',
    other: '{count} factures supplémentaires chargées.',
  },
  'invoices.all-loaded': 'Toutes les factures sont affichées.',
  'invoices.pay-name': 'Payer maintenant la facture {number}',

  // Paying an invoice
  'pay.title': 'Payer {amount}',
  'pay.text': 'Ce paiement règle la facture du {date}.',
  'pay.with': 'Payer avec',
  'pay.not-now': 'Pas maintenant',
  'pay.done': 'Paiement de {amount} effectué. Merci.',
  'checking.title': 'Vérification auprès de votre banque…',
  'checking.text': 'Cela prend quelques secondes. Vous pouvez laisser cette page ouverte.',
  'checking.late-title': 'Votre banque n’a pas encore répondu',
  'checking.late-text':
    'Inutile de payer à nouveau. Dès que votre banque aura répondu, le résultat s’affichera ici.',
  'checking.again': 'Vérifier à nouveau',

  // When something fails
  'failure.load-title': 'Vos informations de facturation n’ont pas pu être chargées',
  'failure.money-no': 'Aucun montant n’a été prélevé.',
  'failure.money-unknown':
    'Nous ne savons pas encore si l’opération a abouti. Vous pouvez réessayer sans risque\u00a0: vous ne paierez jamais deux fois la même opération.',
  'failure.offline': 'Vous semblez être hors ligne.',
  'failure.unreachable': 'Nous n’avons pas pu joindre le service de facturation.',
  'failure.timeout': 'Le service de facturation a mis trop de temps à répondre.',
  'failure.code': 'Une partie de cette page n’a pas pu être chargée. Veuillez recharger la page.',
  'failure.form':
    'Le formulaire de paiement n’a pas pu être chargé. Veuillez vérifier votre connexion ou votre bloqueur de contenu.',
  'failure.reference': 'Référence\u00a0: {reference}',
  'ended.title': 'Votre session a expiré',
  'ended.text':
    'Pour protéger vos informations de facturation, veuillez recharger cette page ou vous reconnecter.',
  'setup.title': 'Ce portail de facturation n’est pas encore configuré',
  'setup.missing':
    'Pour le propriétaire du site\u00a0: ajoutez l’attribut {attribute} à <billing-portal>.',
  'setup.missing-customer':
    'Pour le propriétaire du site\u00a0: ajoutez customer-id ou email à <billing-portal>, mais pas les deux.',

  'problem.invalid-request': 'Cette demande n’a pas été comprise. Aucun montant n’a été prélevé.',
  'problem.method-not-allowed':
    'Cette demande n’a pas été comprise. Aucun montant n’a été prélevé.',
  'problem.invalid-identity':
    'Nous n’avons pas pu confirmer que ce compte est le vôtre. Veuillez recharger la page, vous reconnecter ou nous contacter.',
  'problem.session-expired':
    'Votre session a expiré. Veuillez recharger cette page. Aucun montant n’a été prélevé.',
  'problem.origin-not-allowed':
    'La facturation n’est pas disponible sur ce site. Veuillez nous contacter.',
  'problem.action-not-allowed':
    'Cette action n’est pas possible ici. Veuillez nous contacter. Aucun montant n’a été prélevé.',
  'problem.not-found': 'Cet élément est introuvable. Aucun montant n’a été prélevé.',
  'problem.customer-not-found':
    'Ce compte n’a pas encore d’informations de facturation. Si vous pensiez en trouver ici, veuillez nous contacter.',
  'problem.subscription-not-found':
    'Cet abonnement est introuvable. Veuillez recharger la page. Aucun montant n’a été prélevé.',
  'problem.invoice-not-found':
    'Cette facture est introuvable. Veuillez recharger la page. Aucun montant n’a été prélevé.',
  'problem.payment-method-not-found':
    'Ce moyen de paiement est introuvable. Veuillez recharger la page. Aucun montant n’a été prélevé.',
  'problem.customer-ambiguous':
    'Nous n’avons pas pu déterminer quel compte est le vôtre. Veuillez nous contacter.',
  'problem.intent-changed':
    'Quelque chose a changé entre-temps. Veuillez recharger la page pour voir ce qui a été fait.',
  'problem.intent-in-progress':
    'L’opération est encore en cours. Veuillez patienter un instant, puis réessayer. Vous ne paierez pas deux fois.',
  'problem.preview-expired':
    'Le montant affiché n’est plus à jour. Veuillez le vérifier à nouveau. Aucun montant n’a été prélevé.',
  'problem.amount-changed':
    'Le montant a changé. Veuillez le vérifier à nouveau. Aucun montant n’a été prélevé.',
  'problem.subscription-ended': 'Cet abonnement a déjà pris fin. Aucun montant n’a été prélevé.',
  'problem.already-subscribed': 'Vous avez déjà cet abonnement. Aucun montant n’a été prélevé.',
  'problem.invoice-not-open':
    'Cette facture n’est plus en attente de paiement\u00a0: il n’y a rien à payer. Aucun montant n’a été prélevé.',
  'problem.payment-method-required':
    'Veuillez d’abord ajouter un moyen de paiement. Aucun montant n’a été prélevé.',
  'problem.payment-method-in-use':
    'Ce moyen de paiement est encore nécessaire. Veuillez d’abord en ajouter un autre.',
  'problem.too-large':
    'Ce texte est trop long. Veuillez le raccourcir. Aucun montant n’a été prélevé.',
  'problem.payment-failed': 'Le paiement n’a pas abouti. Aucun montant n’a été prélevé.',
  'problem.payment-needs-authentication':
    'Votre banque vous demande de confirmer ce paiement. Aucun montant n’a été prélevé. Veuillez réessayer.',
  'problem.plan-unavailable':
    'Ce forfait ne peut pas être choisi. Veuillez en choisir un autre. Aucun montant n’a été prélevé.',
  'problem.quantity-invalid':
    'Cette quantité n’est pas possible. Veuillez en choisir une autre. Aucun montant n’a été prélevé.',
  'problem.promotion-code-invalid':
    'Ce code ne peut pas être utilisé ici. Veuillez le vérifier. Aucun montant n’a été prélevé.',
  'problem.too-many-requests':
    'Cette action a été répétée trop souvent en peu de temps. Veuillez réessayer {when}. Aucun montant n’a été prélevé.',
  'problem.busy':
    'Le service est très sollicité en ce moment. Veuillez réessayer dans un instant. Aucun montant n’a été prélevé.',
  'problem.internal': 'Un problème est survenu de notre côté.',
  'problem.stripe-unavailable': 'Le service de paiement est actuellement injoignable.',
  'problem.not-applied':
    'L’opération n’a pas été effectuée. Aucun montant n’a été prélevé. Veuillez réessayer.',
  'problem.outcome-unknown':
    'Nous ne savons pas encore si l’opération a été effectuée. Vous pouvez réessayer sans risque\u00a0: vous ne paierez jamais deux fois la même opération.',

  'payment-failure.insufficient-funds':
    'La banque indique que les fonds disponibles sur cette carte sont insuffisants. Aucun montant n’a été prélevé. Veuillez utiliser un autre moyen de paiement.',
  'payment-failure.expired-card':
    'Cette carte a expiré. Aucun montant n’a été prélevé. Veuillez utiliser un autre moyen de paiement.',
  'payment-failure.incorrect-cvc':
    'Le code de sécurité de la carte est incorrect. Aucun montant n’a été prélevé. Veuillez ajouter la carte à nouveau.',
  'payment-failure.processing-error':
    'La banque n’a pas pu traiter le paiement. Aucun montant n’a été prélevé. Veuillez réessayer dans un instant.',
  'payment-failure.authentication-failed':
    'Le paiement n’a pas été confirmé auprès de votre banque. Aucun montant n’a été prélevé. Veuillez réessayer.',
  'payment-failure.generic':
    'Votre banque a refusé le paiement. Aucun montant n’a été prélevé. Veuillez utiliser un autre moyen de paiement ou contacter votre banque.',
};
