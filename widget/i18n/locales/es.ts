/* oxlint-disable max-lines -- one language is one table */
import type { Messages } from '../messages.ts';

/**
 * Spanish, formal ("usted"), in words that are understood on both sides of the Atlantic.
 * A charge is a "cobro", credit is a "saldo a favor".
 */
export const es: Messages = {
  // Everywhere
  'label.portal': 'Facturación',
  'action.back': 'Volver',
  'action.try-again': 'Reintentar',
  'action.reload': 'Recargar',
  'status.loading': 'Cargando sus datos de facturación…',
  'status.working': 'Un momento…',
  'badge.test-mode': 'Modo de prueba',
  'test-mode.hint': 'Aquí no se mueve dinero real.',

  // How often something is charged; `intervalText` picks one
  'interval.day': 'al día',
  'interval.days': { one: 'cada día', other: 'cada {count} días' },
  'interval.week': 'a la semana',
  'interval.weeks': { one: 'cada semana', other: 'cada {count} semanas' },
  'interval.month': 'al mes',
  'interval.months': { one: 'cada mes', other: 'cada {count} meses' },
  'interval.year': 'al año',
  'interval.years': { one: 'cada año', other: 'cada {count} años' },

  // The overview
  'overview.title': 'Su plan',
  'overview.title-many': 'Sus planes',
  'overview.ended-title': 'Su último plan',
  'overview.earlier': 'Planes anteriores',
  'empty.title': 'Aún no hay ninguna suscripción',
  'empty.text': 'Cuando se suscriba, aquí verá su plan y el próximo cobro.',
  'price.each': '{price} {interval}',
  'price.each-unit': '{price} por {unit}, {interval}',
  'price.each-one': '{price} por unidad, {interval}',
  'price.by-use': 'Precio según el uso',
  'next-charge.label': 'Próximo cobro',
  'next-charge.value': '{amount} el {date}',
  'next-charge.none': 'No se cobrará nada más',
  'ended.label': 'Finalizó el',
  'access-until.label': 'Finaliza el',
  'paid-with.label': 'Método de pago',
  'paid-with.none': 'Sin método de pago',
  'discount.label': 'Descuento',
  'discount.code': '{name} (código {code})',
  'discount.percent': '{name}: {percent} de descuento',
  'discount.amount': '{name}: {amount} de descuento',
  'discount.until': '{discount}, hasta el {date}',
  'discount.once': '{discount}, una sola vez',
  'balance.credit': 'Tiene un saldo a favor de {amount}. Se descontará de sus próximos cobros.',
  'balance.owed': 'Un importe pendiente de {amount} se sumará a su próximo cobro.',

  'status.active': 'Activo',
  'status.trialing': 'Periodo de prueba',
  'status.past_due': 'Pago atrasado',
  'status.unpaid': 'Sin pagar',
  'status.incomplete': 'Pendiente de pago',
  'status.incomplete_expired': 'No iniciado',
  'status.canceled': 'Finalizado',
  'status.paused': 'En pausa',
  'status.ending': 'Fin programado',

  // One note per subscription, the most important one
  'note.incomplete':
    'Su primer pago de {amount} no se ha completado. Pague ahora para iniciar su plan.',
  'note.incomplete-unknown':
    'Su primer pago no se ha completado, por lo que su plan no se ha iniciado.',
  'note.charge-failed': 'No hemos podido cobrar {amount}. Pague ahora para conservar su plan.',
  'note.charge-retry': 'Volveremos a intentarlo el {date}.',
  'note.invoice-open': 'Hay una factura de {amount} del {date} pendiente de pago.',
  'note.overdue': 'Hay un pago atrasado. Revise su método de pago.',
  'note.ending':
    'Su plan finaliza el {date}. Hasta entonces no cambia nada y todavía puede conservarlo.',
  'note.paused': 'Su plan está en pausa. No se cobrará nada hasta que se reanude.',
  'note.paused-until':
    'Su plan está en pausa hasta el {date}. No se cobrará nada antes de esa fecha.',
  'note.trial-paused':
    'Su periodo de prueba ha terminado. Para continuar, añada un método de pago y póngase en contacto con nosotros.',
  'note.change': 'El {date} su plan cambiará a {plan}.',
  'note.trial': 'Su periodo de prueba termina el {date}.',
  'note.trial-charge':
    'Su periodo de prueba termina el {date}. Después se cobrará un importe de {amount}.',
  'note.trial-no-card':
    'Su periodo de prueba termina el {date}. Añada un método de pago para conservar su plan después de esa fecha.',

  'action.change-plan': 'Cambiar de plan',
  'action.change-quantity': 'Cambiar la cantidad',
  'action.add-code': 'Añadir código promocional',
  'action.cancel': 'Cancelar suscripción',
  'action.keep': 'Conservar mi plan',
  'action.undo-change': 'Seguir con mi plan actual',
  'action.resubscribe': 'Volver a suscribirse',
  'action.pay-now': 'Pagar ahora',
  'action.pay-amount': 'Pagar {amount} ahora',
  'done.kept': 'Su plan continúa. No se ha cobrado nada.',
  'done.change-undone': 'Mantiene su plan actual.',

  // Changing the plan
  'plans.title': 'Cambiar de plan',
  'plans.resubscribe-title': 'Elegir un plan',
  'plans.legend': 'Plan',
  'plans.interval-legend': 'Frecuencia de pago',
  'plans.monthly': 'Mensual',
  'plans.yearly': 'Anual',
  'plans.saving': 'ahorro del {percent}',
  'plans.current': 'Plan actual',
  'plans.none': 'En este momento no hay ningún otro plan disponible.',
  'plans.quantity': 'Cantidad',
  'plans.quantity-unit': 'Cantidad ({unit})',
  'plans.quantity-range': 'De {minimum} a {maximum}',
  'plans.quantity-invalid': 'Introduzca un número entero de {minimum} a {maximum}.',
  'plans.choose-one': 'Elija primero un plan.',
  'action.review': 'Revisar el cambio',
  'action.review-order': 'Revisar',
  'action.other-plan': 'Elegir otro plan',

  // Reviewing what will be charged
  'review.title': 'Revise el cambio',
  'review.resubscribe-title': 'Volver a suscribirse',
  'review.loading': 'Calculando el importe exacto…',
  'review.change': 'De {old} a {new}',
  'review.lines': 'Desglose del importe',
  'review.line-quantity': '{plan} × {count}',
  'review.line-other': 'Cargo',
  'review.line-proration': '{plan}: tiempo restante',
  'review.line-credit': '{plan}: tiempo no utilizado',
  'review.line-credit-other': 'Crédito',
  'review.line-discount': 'Descuento',
  'review.line-tax': 'Impuestos',
  'review.line-credit-used': 'Su saldo a favor',
  'review.line-owed': 'Saldo pendiente anterior',
  'review.period': '{start} – {end}',
  'review.due-now': 'A pagar ahora',
  'review.then': 'Después',
  'review.then-value': '{amount} el {date}',
  'review.then-none': 'No hay más cobros previstos',
  'review.effective': 'Entrada en vigor',
  'review.effective-now': 'Inmediata',
  'review.effective-on': 'El {date}',
  'review.credit-left': 'En su cuenta queda un saldo a favor de {amount} para sus próximos cobros.',
  'review.paid-with': 'El cobro se realizará con {method}.',
  'review.changed':
    'El importe ha cambiado desde la última vez que lo vio. Revíselo de nuevo. No se ha cobrado nada.',
  'review.switch-now': 'Cambiar ahora',
  'review.switch-on': 'Cambiar a partir del {date}',
  'review.start-now': 'Empezar ahora',
  'done.changed': 'Su plan ha cambiado.',
  'done.scheduled': 'Su plan cambiará el {date}.',
  'done.resubscribed': 'Le damos de nuevo la bienvenida. Su plan está activo.',

  // Promotion codes
  'code.label': 'Código promocional',
  'code.apply': 'Aplicar',
  'code.applied': 'El código {code} está aplicado.',
  'code.empty': 'Introduzca primero el código.',
  'code.remove': 'Quitar código',

  // Cancelling
  'cancel.title': '¿Cancelar {plan}?',
  'cancel.at-end':
    'Conservará su plan hasta el {date}. Después finalizará y no se le volverá a cobrar por él.',
  'cancel.at-once': 'Su plan finaliza en cuanto lo cancele.',
  'cancel.drops-change': 'El cambio previsto a {plan} no se realizará.',
  'cancel.reason-legend': '¿Por qué cancela? (opcional)',
  'cancel.reason.too_expensive': 'Es demasiado caro',
  'cancel.reason.missing_features': 'Falta algo que necesito',
  'cancel.reason.switched_service': 'Ahora uso otro servicio',
  'cancel.reason.unused': 'No lo uso lo suficiente',
  'cancel.reason.customer_service': 'La atención al cliente no fue lo bastante buena',
  'cancel.reason.too_complex': 'Es demasiado complicado',
  'cancel.reason.low_quality': 'La calidad no fue lo bastante buena',
  'cancel.reason.other': 'Otro motivo',
  'cancel.comment': '¿Desea decirnos algo más? (opcional)',
  'cancel.keep': 'Conservar suscripción',
  'cancel.confirm': 'Cancelar suscripción',
  'cancel.done-title': 'Su suscripción se ha cancelado',
  'cancel.done-at-end':
    'Puede utilizar {plan} hasta el {date}. No se cobrará nada más por este plan.',
  'cancel.done-at-once': '{plan} ha finalizado. No se cobrará nada más por este plan.',
  'cancel.undo': 'Deshacer y conservar mi plan',
  'cancel.finish': 'Volver a facturación',

  // Payment methods
  'methods.title': 'Métodos de pago',
  'methods.none': 'Aún no hay ningún método de pago.',
  'methods.add': 'Añadir método de pago',
  'methods.add-title': 'Nuevo método de pago',
  'methods.add-hint': 'Será el predeterminado para todos sus planes.',
  'methods.needed':
    'Se necesita un método de pago para continuar. No se cobrará nada antes de que usted confirme.',
  'methods.form': 'Sus datos de pago',
  'methods.loading-form': 'Cargando el formulario seguro…',
  'methods.save': 'Guardar método de pago',
  'methods.saved': 'Su método de pago se ha guardado.',
  'methods.default': 'Predeterminado',
  'methods.make-default': 'Establecer como predeterminado',
  'methods.made-default': '{method} es ahora el método de pago predeterminado.',
  'methods.remove': 'Eliminar',
  'methods.remove-confirm': '¿Eliminar {method}?',
  'methods.remove-yes': 'Sí, eliminar',
  'methods.remove-no': 'Conservar',
  'methods.removed': 'Método de pago eliminado: {method}.',
  'methods.needed-by-plan':
    'Se utiliza para su plan. Para eliminarlo, añada primero otro método de pago.',
  'methods.expired': 'Caducado',
  'methods.expires': 'Caducidad: {date}',
  'methods.card': 'Tarjeta',
  'methods.update': 'Utilizar otro método de pago',
  'methods.bank-debit': 'Cuenta bancaria',
  'methods.unknown': 'Método de pago',
  'methods.for': '{action}: {method}',

  // Invoices
  'invoices.title': 'Facturas',
  'invoices.none': 'Aún no hay facturas.',
  'invoices.date': 'Fecha',
  'invoices.number': 'Número',
  'invoices.description': 'Concepto',
  'invoices.amount': 'Importe',
  'invoices.status': 'Estado',
  'invoices.actions': 'Documento',
  'invoices.paid': 'Pagada',
  'invoices.open': 'Pendiente',
  'invoices.void': 'Anulada',
  'invoices.uncollectible': 'No cobrada',
  // Stands inside "Ver la factura … en una pestaña nueva"
  'invoices.no-number': 'sin número',
  'invoices.view': 'Ver',
  'invoices.view-name': 'Ver la factura {number} en una pestaña nueva',
  'invoices.download': 'PDF',
  'invoices.download-name': 'PDF de la factura {number} en una pestaña nueva',
  'invoices.opening': 'Abriendo…',
  'invoices.no-document': 'Aún no hay ningún documento para esta factura.',
  'invoices.blocked': 'Su navegador ha bloqueado la pestaña nueva.',
  'invoices.open-link': 'Abrir el documento',
  'invoices.more': 'Cargar más',
  'invoices.loaded': {
    one: '{count} factura más cargada.',
    other: '{count} facturas más cargadas.',
  },
  'invoices.all-loaded': 'Se muestran todas las facturas.',
  'invoices.pay-name': 'Pagar ahora la factura {number}',

  // Paying an invoice
  'pay.title': 'Pagar {amount}',
  'pay.text': 'Con este pago se salda la factura del {date}.',
  'pay.with': 'Pagar con',
  'pay.not-now': 'Ahora no',
  'pay.done': 'Pago de {amount} realizado. Gracias.',
  'checking.title': 'Consultando con su banco…',
  'checking.text': 'Tardará unos segundos. Puede dejar esta página abierta.',
  'checking.late-title': 'Su banco aún no ha respondido',
  'checking.late-text':
    'No es necesario que pague de nuevo. En cuanto su banco responda, lo verá aquí.',
  'checking.again': 'Comprobar de nuevo',

  // When something fails
  'failure.load-title': 'No se han podido cargar sus datos de facturación',
  'failure.money-no': 'No se ha cobrado nada.',
  'failure.money-unknown':
    'Aún no sabemos si la operación se ha completado. Puede reintentarlo sin riesgo: nunca se le cobrará dos veces por lo mismo.',
  'failure.offline': 'Parece que no tiene conexión.',
  'failure.unreachable': 'No hemos podido conectar con el servicio de facturación.',
  'failure.timeout': 'El servicio de facturación ha tardado demasiado en responder.',
  'failure.code': 'No se ha podido cargar una parte de esta página. Recargue la página.',
  'failure.form':
    'No se ha podido cargar el formulario de pago. Compruebe su conexión o su bloqueador de contenido.',
  'failure.reference': 'Referencia: {reference}',
  'ended.title': 'Su sesión ha finalizado',
  'ended.text':
    'Para proteger sus datos de facturación, recargue esta página o vuelva a iniciar sesión.',
  'setup.title': 'Este portal de facturación aún no está configurado',
  'setup.missing':
    'Para el propietario del sitio: añada el atributo {attribute} a <billing-portal>.',
  'setup.missing-customer':
    'Para el propietario del sitio: añada customer-id o email a <billing-portal>, pero no ambos.',

  'problem.invalid-request': 'No se ha entendido esta solicitud. No se ha cobrado nada.',
  'problem.method-not-allowed': 'No se ha entendido esta solicitud. No se ha cobrado nada.',
  'problem.invalid-identity':
    'No hemos podido confirmar que esta cuenta sea suya. Recargue la página, vuelva a iniciar sesión o póngase en contacto con nosotros.',
  'problem.session-expired':
    'Su sesión ha finalizado. Recargue esta página. No se ha cobrado nada.',
  'problem.origin-not-allowed':
    'La facturación no está disponible en este sitio. Póngase en contacto con nosotros.',
  'problem.action-not-allowed':
    'Esto no es posible aquí. Póngase en contacto con nosotros. No se ha cobrado nada.',
  'problem.not-found': 'No se ha encontrado este elemento. No se ha cobrado nada.',
  'problem.customer-not-found':
    'Aún no hay datos de facturación para esta cuenta. Si esperaba encontrarlos, póngase en contacto con nosotros.',
  'problem.subscription-not-found':
    'No se ha encontrado esta suscripción. Recargue la página. No se ha cobrado nada.',
  'problem.invoice-not-found':
    'No se ha encontrado esta factura. Recargue la página. No se ha cobrado nada.',
  'problem.payment-method-not-found':
    'No se ha encontrado este método de pago. Recargue la página. No se ha cobrado nada.',
  'problem.customer-ambiguous':
    'No hemos podido determinar cuál es su cuenta. Póngase en contacto con nosotros.',
  'problem.intent-changed':
    'Algo ha cambiado mientras tanto. Recargue la página para ver qué se ha hecho.',
  'problem.intent-in-progress':
    'La operación sigue en curso. Espere un momento y vuelva a intentarlo. No se le cobrará dos veces.',
  'problem.preview-expired':
    'El importe mostrado ya no está actualizado. Revíselo de nuevo. No se ha cobrado nada.',
  'problem.amount-changed': 'El importe ha cambiado. Revíselo de nuevo. No se ha cobrado nada.',
  'problem.subscription-ended': 'Esta suscripción ya ha finalizado. No se ha cobrado nada.',
  'problem.already-subscribed': 'Ya tiene esta suscripción. No se ha cobrado nada.',
  'problem.invoice-not-open':
    'Esta factura ya no está pendiente, así que no hay nada que pagar. No se ha cobrado nada.',
  'problem.payment-method-required': 'Añada primero un método de pago. No se ha cobrado nada.',
  'problem.payment-method-in-use': 'Este método de pago todavía es necesario. Añada primero otro.',
  'problem.too-large': 'El texto es demasiado largo. Acórtelo. No se ha cobrado nada.',
  'problem.payment-failed': 'El pago no se ha completado. No se ha cobrado nada.',
  'problem.payment-needs-authentication':
    'Su banco le pide que confirme este pago. No se ha cobrado nada. Vuelva a intentarlo.',
  'problem.plan-unavailable': 'No se puede elegir este plan. Elija otro. No se ha cobrado nada.',
  'problem.quantity-invalid': 'Esta cantidad no es posible. Elija otra. No se ha cobrado nada.',
  'problem.promotion-code-invalid':
    'Este código no se puede utilizar aquí. Revíselo. No se ha cobrado nada.',
  'problem.too-many-requests':
    'Se han enviado demasiadas solicitudes en poco tiempo. Vuelva a intentarlo {when}. No se ha cobrado nada.',
  'problem.busy':
    'Ahora mismo hay mucha actividad. Vuelva a intentarlo en un momento. No se ha cobrado nada.',
  'problem.internal': 'Ha surgido un problema por nuestra parte.',
  'problem.stripe-unavailable': 'En este momento no se puede conectar con el servicio de pago.',
  'problem.not-applied':
    'La operación no se ha realizado y no se ha cobrado nada. Inténtelo de nuevo.',
  'problem.outcome-unknown':
    'Aún no sabemos si la operación se ha realizado. Puede reintentarlo sin riesgo: nunca se le cobrará dos veces por lo mismo.',

  'payment-failure.insufficient-funds':
    'El banco indica que esta tarjeta no tiene fondos suficientes. No se ha cobrado nada. Utilice otro método de pago.',
  'payment-failure.expired-card':
    'Esta tarjeta ha caducado. No se ha cobrado nada. Utilice otro método de pago.',
  'payment-failure.incorrect-cvc':
    'El código de seguridad de la tarjeta no es correcto. No se ha cobrado nada. Añada la tarjeta de nuevo.',
  'payment-failure.processing-error':
    'El banco no ha podido procesar el pago. No se ha cobrado nada. Vuelva a intentarlo en un momento.',
  'payment-failure.authentication-failed':
    'El pago no se ha confirmado con su banco. No se ha cobrado nada. Vuelva a intentarlo.',
  'payment-failure.generic':
    'Su banco ha rechazado el pago. No se ha cobrado nada. Utilice otro método de pago o consulte a su banco.',
};
