/* oxlint-disable max-lines -- one language is one table */
import type { Messages } from '../messages.ts';

/** Brazilian Portuguese ("você"). A subscription is an "assinatura", a plan is a "plano". */
export const ptBR: Messages = {
  // Everywhere
  'label.portal': 'Faturamento',
  'action.back': 'Voltar',
  'action.try-again': 'Tentar novamente',
  'action.reload': 'Recarregar',
  'status.loading': 'Carregando seus dados de faturamento…',
  'status.working': 'Um momento…',
  'badge.test-mode': 'Modo de teste',
  'test-mode.hint': 'Nenhum dinheiro real é movimentado aqui.',

  // How often something is charged; `intervalText` picks one
  'interval.day': 'por dia',
  'interval.days': { one: 'a cada {count} dia', other: 'a cada {count} dias' },
  'interval.week': 'por semana',
  'interval.weeks': { one: 'a cada {count} semana', other: 'a cada {count} semanas' },
  'interval.month': 'por mês',
  'interval.months': { one: 'a cada {count} mês', other: 'a cada {count} meses' },
  'interval.year': 'por ano',
  'interval.years': { one: 'a cada {count} ano', other: 'a cada {count} anos' },

  // The overview
  'overview.title': 'Seu plano',
  'overview.title-many': 'Seus planos',
  'overview.ended-title': 'Seu último plano',
  'overview.earlier': 'Planos anteriores',
  'empty.title': 'Nenhuma assinatura ainda',
  'empty.text': 'Quando você fizer uma assinatura, seu plano e a próxima cobrança aparecerão aqui.',
  'price.each': '{price} {interval}',
  'price.each-unit': '{price} por {unit}, {interval}',
  'price.each-one': '{price} por unidade, {interval}',
  'price.by-use': 'Preço conforme o uso',
  'next-charge.label': 'Próxima cobrança',
  'next-charge.value': '{amount} em {date}',
  'next-charge.none': 'Nada mais será cobrado',
  'ended.label': 'Encerrado em',
  'access-until.label': 'Termina em',
  'paid-with.label': 'Forma de pagamento',
  'paid-with.none': 'Nenhuma forma de pagamento',
  'discount.label': 'Desconto',
  'discount.code': '{name} (código {code})',
  'discount.percent': '{name}: {percent} de desconto',
  'discount.amount': '{name}: {amount} de desconto',
  'discount.until': '{discount}, até {date}',
  'discount.once': '{discount}, uma única vez',
  'balance.credit': 'Você tem {amount} de crédito. Ele será usado nas suas próximas cobranças.',
  'balance.owed': 'Um valor anterior de {amount} será somado à sua próxima cobrança.',

  'status.active': 'Ativo',
  'status.trialing': 'Em teste',
  'status.past_due': 'Pagamento em atraso',
  'status.unpaid': 'Não pago',
  'status.incomplete': 'Aguardando pagamento',
  'status.incomplete_expired': 'Não iniciado',
  'status.canceled': 'Encerrado',
  'status.paused': 'Pausado',
  'status.ending': 'Em encerramento',

  // One note per subscription, the most important one
  'note.incomplete':
    'Seu primeiro pagamento, de {amount}, não foi concluído. Pague agora para iniciar seu plano.',
  'note.incomplete-unknown':
    'Seu primeiro pagamento não foi concluído, por isso seu plano ainda não começou.',
  'note.charge-failed': 'Não foi possível cobrar {amount}. Pague agora para manter seu plano.',
  'note.charge-retry': 'Tentaremos novamente em {date}.',
  'note.invoice-open': 'Uma fatura de {amount}, emitida em {date}, aguarda pagamento.',
  'note.overdue': 'Há um pagamento em atraso. Verifique sua forma de pagamento.',
  'note.ending': 'Seu plano termina em {date}. Até lá, nada muda, e você pode mantê-lo.',
  'note.paused': 'Seu plano está pausado. Nada será cobrado até que ele seja retomado.',
  'note.paused-until': 'Seu plano está pausado até {date}. Nada será cobrado antes disso.',
  'note.trial-paused':
    'Seu período de teste terminou. Para continuar, adicione uma forma de pagamento e entre em contato conosco.',
  'note.change': 'Em {date}, seu plano mudará para {plan}.',
  'note.trial': 'Seu período de teste termina em {date}.',
  'note.trial-charge':
    'Seu período de teste termina em {date}. Depois disso, será cobrado o valor de {amount}.',
  'note.trial-no-card':
    'Seu período de teste termina em {date}. Adicione uma forma de pagamento para manter seu plano depois disso.',

  'action.change-plan': 'Mudar de plano',
  'action.change-quantity': 'Alterar quantidade',
  'action.add-code': 'Adicionar código promocional',
  'action.cancel': 'Cancelar assinatura',
  'action.keep': 'Manter meu plano',
  'action.undo-change': 'Continuar no plano atual',
  'action.resubscribe': 'Assinar novamente',
  'action.pay-now': 'Pagar agora',
  'action.pay-amount': 'Pagar {amount} agora',
  'done.kept': 'Seu plano foi mantido. Nada foi cobrado.',
  'done.change-undone': 'Você continua no seu plano atual.',

  // Changing the plan
  'plans.title': 'Mudar de plano',
  'plans.resubscribe-title': 'Escolha um plano',
  'plans.legend': 'Plano',
  'plans.interval-legend': 'Frequência de pagamento',
  'plans.monthly': 'Mensal',
  'plans.yearly': 'Anual',
  'plans.saving': 'economize {percent}',
  'plans.current': 'Plano atual',
  'plans.none': 'No momento, não há outro plano para escolher.',
  'plans.quantity': 'Quantidade',
  'plans.quantity-unit': 'Quantidade ({unit})',
  'plans.quantity-range': 'De {minimum} a {maximum}',
  'plans.quantity-invalid': 'Informe um número inteiro de {minimum} a {maximum}.',
  'plans.choose-one': 'Escolha um plano primeiro.',
  'action.review': 'Revisar alteração',
  'action.review-order': 'Revisar',
  'action.other-plan': 'Escolher outro plano',

  // Reviewing what will be charged
  'review.title': 'Revise sua alteração',
  'review.resubscribe-title': 'Assinar novamente',
  'review.loading': 'Calculando o valor exato…',
  'review.change': 'De {old} para {new}',
  'review.lines': 'Detalhamento do valor',
  'review.line-quantity': '{plan} × {count}',
  'review.line-other': 'Cobrança',
  'review.line-proration': '{plan}: período restante',
  'review.line-credit': '{plan}: período não utilizado',
  'review.line-credit-other': 'Crédito',
  'review.line-discount': 'Desconto',
  'review.line-tax': 'Impostos',
  'review.line-credit-used': 'Seu crédito',
  'review.line-owed': 'Valor pendente anterior',
  'review.period': '{start} – {end}',
  'review.due-now': 'A pagar agora',
  'review.then': 'Depois',
  'review.then-value': '{amount} em {date}',
  'review.then-none': 'Nenhuma outra cobrança prevista',
  'review.effective': 'Entra em vigor',
  'review.effective-now': 'Imediatamente',
  'review.effective-on': 'Em {date}',
  'review.credit-left': 'Um crédito de {amount} fica na sua conta para as próximas cobranças.',
  'review.paid-with': 'A cobrança será feita em {method}.',
  'review.changed':
    'O valor mudou desde a última vez que você o viu. Confira novamente. Nada foi cobrado.',
  'review.switch-now': 'Mudar agora',
  'review.switch-on': 'Mudar em {date}',
  'review.start-now': 'Começar agora',
  'done.changed': 'Seu plano foi alterado.',
  'done.scheduled': 'Seu plano será alterado em {date}.',
  'done.resubscribed': 'Que bom ter você de volta. Seu plano está ativo.',

  // Promotion codes
  'code.label': 'Código promocional',
  'code.apply': 'Aplicar',
  'code.applied': 'O código {code} foi aplicado.',
  'code.empty': 'Informe o código primeiro.',
  'code.remove': 'Remover código',

  // Cancelling
  'cancel.title': 'Cancelar {plan}?',
  'cancel.at-end':
    'Você mantém seu plano até {date}. Depois disso, ele termina e nada mais será cobrado por ele.',
  'cancel.at-once': 'Seu plano termina assim que você cancelar.',
  'cancel.drops-change': 'A mudança para {plan}, que estava programada, não acontecerá.',
  'cancel.reason-legend': 'Por que você está cancelando? (opcional)',
  'cancel.reason.too_expensive': 'Custa caro demais',
  'cancel.reason.missing_features': 'Falta algo de que preciso',
  'cancel.reason.switched_service': 'Agora uso outro serviço',
  'cancel.reason.unused': 'Não uso o suficiente',
  'cancel.reason.customer_service': 'O atendimento não foi bom o suficiente',
  'cancel.reason.too_complex': 'É complicado demais',
  'cancel.reason.low_quality': 'A qualidade não foi boa o suficiente',
  'cancel.reason.other': 'Outro motivo',
  'cancel.comment': 'Quer nos dizer mais alguma coisa? (opcional)',
  'cancel.keep': 'Manter assinatura',
  'cancel.confirm': 'Cancelar assinatura',
  'cancel.done-title': 'Sua assinatura foi cancelada',
  'cancel.done-at-end':
    'Você pode usar {plan} até {date}. Nada mais será cobrado por essa assinatura.',
  'cancel.done-at-once': 'A assinatura de {plan} foi encerrada. Nada mais será cobrado por ela.',
  'cancel.undo': 'Desfazer e manter meu plano',
  'cancel.finish': 'Voltar ao faturamento',

  // Payment methods
  'methods.title': 'Formas de pagamento',
  'methods.none': 'Nenhuma forma de pagamento ainda.',
  'methods.add': 'Adicionar forma de pagamento',
  'methods.add-title': 'Nova forma de pagamento',
  'methods.add-hint': 'Ela passa a ser a padrão para todos os seus planos.',
  'methods.needed':
    'É preciso ter uma forma de pagamento para continuar. Nada será cobrado antes da sua confirmação.',
  'methods.form': 'Seus dados de pagamento',
  'methods.loading-form': 'Carregando o formulário seguro…',
  'methods.save': 'Salvar forma de pagamento',
  'methods.saved': 'Sua forma de pagamento foi salva.',
  'methods.default': 'Padrão',
  'methods.make-default': 'Definir como padrão',
  'methods.made-default': '{method} agora é a forma de pagamento padrão.',
  'methods.remove': 'Remover',
  'methods.remove-confirm': 'Remover {method}?',
  'methods.remove-yes': 'Sim, remover',
  'methods.remove-no': 'Manter',
  'methods.removed': 'Forma de pagamento removida: {method}.',
  'methods.needed-by-plan':
    'Em uso no seu plano. Para removê-la, adicione outra forma de pagamento primeiro.',
  'methods.expired': 'Vencido',
  'methods.expires': 'Vence em {date}',
  'methods.card': 'Cartão',
  'methods.update': 'Usar outra forma de pagamento',
  'methods.bank-debit': 'Conta bancária',
  'methods.unknown': 'Forma de pagamento',
  'methods.for': '{action}: {method}',

  // Invoices
  'invoices.title': 'Faturas',
  'invoices.none': 'Nenhuma fatura ainda.',
  'invoices.date': 'Data',
  'invoices.number': 'Número',
  'invoices.description': 'Referente a',
  'invoices.amount': 'Valor',
  'invoices.status': 'Status',
  'invoices.actions': 'Documento',
  'invoices.paid': 'Paga',
  'invoices.open': 'Em aberto',
  'invoices.void': 'Anulada',
  'invoices.uncollectible': 'Não quitada',
  'invoices.no-number': 'ainda sem número',
  'invoices.view': 'Ver',
  'invoices.view-name': 'Ver fatura {number} em uma nova guia',
  'invoices.download': 'PDF',
  'invoices.download-name': 'PDF da fatura {number} em uma nova guia',
  'invoices.opening': 'Abrindo…',
  'invoices.no-document': 'Ainda não há documento para esta fatura.',
  'invoices.blocked': 'Seu navegador bloqueou a nova guia.',
  'invoices.open-link': 'Abrir o documento',
  'invoices.more': 'Carregar mais',
  'invoices.loaded': {
    one: 'Mais {count} fatura carregada.',
    other: 'Mais {count} faturas carregadas.',
  },
  'invoices.all-loaded': 'Todas as faturas estão sendo exibidas.',
  'invoices.pay-name': 'Pagar agora a fatura {number}',

  // Paying an invoice
  'pay.title': 'Pagar {amount}',
  'pay.text': 'Este pagamento quita a fatura de {date}.',
  'pay.with': 'Pagar com',
  'pay.not-now': 'Agora não',
  'pay.done': 'Pagamento de {amount} concluído. Agradecemos.',
  'checking.title': 'Consultando seu banco…',
  'checking.text': 'Isso leva alguns segundos. Você pode deixar esta página aberta.',
  'checking.late-title': 'Seu banco ainda não respondeu',
  'checking.late-text':
    'Você não precisa pagar de novo. Assim que seu banco responder, o resultado aparecerá aqui.',
  'checking.again': 'Verificar novamente',

  // When something fails
  'failure.load-title': 'Não foi possível carregar seus dados de faturamento',
  'failure.money-no': 'Nada foi cobrado.',
  'failure.money-unknown':
    'Ainda não sabemos se a operação foi concluída. Você pode tentar novamente com segurança: esta operação nunca é cobrada duas vezes.',
  'failure.offline': 'Parece que você está sem conexão com a internet.',
  'failure.unreachable': 'Não foi possível acessar o serviço de faturamento.',
  'failure.timeout': 'O serviço de faturamento demorou demais para responder.',
  'failure.code': 'Não foi possível carregar uma parte desta página. Recarregue a página.',
  'failure.form':
    'Não foi possível carregar o formulário de pagamento. Verifique sua conexão ou seu bloqueador de conteúdo.',
  'failure.reference': 'Referência: {reference}',
  'ended.title': 'Sua sessão terminou',
  'ended.text':
    'Para proteger seus dados de faturamento, recarregue esta página ou entre novamente na sua conta.',
  'setup.title': 'Este portal de faturamento ainda não está configurado',
  'setup.missing':
    'Para quem administra o site: adicione o atributo {attribute} a <billing-portal>.',
  'setup.missing-customer':
    'Para quem administra o site: adicione customer-id ou email a <billing-portal>, e apenas um deles.',

  'problem.invalid-request': 'Esta solicitação não foi compreendida. Nada foi cobrado.',
  'problem.method-not-allowed': 'Esta solicitação não foi compreendida. Nada foi cobrado.',
  'problem.invalid-identity':
    'Não foi possível confirmar que esta conta é sua. Recarregue a página, entre novamente na sua conta ou fale conosco.',
  'problem.session-expired': 'Sua sessão terminou. Recarregue esta página. Nada foi cobrado.',
  'problem.origin-not-allowed':
    'O faturamento não está disponível neste site. Entre em contato conosco.',
  'problem.action-not-allowed':
    'Isso não é possível aqui. Entre em contato conosco. Nada foi cobrado.',
  'problem.not-found': 'Não encontramos o que foi solicitado. Nada foi cobrado.',
  'problem.customer-not-found':
    'Ainda não há dados de faturamento nesta conta. Se você esperava encontrá-los, entre em contato conosco.',
  'problem.subscription-not-found':
    'Esta assinatura não foi encontrada. Recarregue a página. Nada foi cobrado.',
  'problem.invoice-not-found':
    'Esta fatura não foi encontrada. Recarregue a página. Nada foi cobrado.',
  'problem.payment-method-not-found':
    'Esta forma de pagamento não foi encontrada. Recarregue a página. Nada foi cobrado.',
  'problem.customer-ambiguous':
    'Não foi possível identificar qual conta é a sua. Entre em contato conosco.',
  'problem.intent-changed':
    'Algo mudou nesse meio-tempo. Recarregue a página para ver o que foi feito.',
  'problem.intent-in-progress':
    'Esta operação ainda está em andamento. Aguarde um momento e tente novamente. Ela não será cobrada duas vezes.',
  'problem.preview-expired':
    'O valor exibido não está mais atualizado. Confira novamente. Nada foi cobrado.',
  'problem.amount-changed': 'O valor mudou. Confira novamente. Nada foi cobrado.',
  'problem.subscription-ended': 'Esta assinatura já foi encerrada. Nada foi cobrado.',
  'problem.already-subscribed': 'Você já tem esta assinatura. Nada foi cobrado.',
  'problem.invoice-not-open':
    'Esta fatura não está mais em aberto, portanto não há nada a pagar. Nada foi cobrado.',
  'problem.payment-method-required': 'Adicione uma forma de pagamento primeiro. Nada foi cobrado.',
  'problem.payment-method-in-use':
    'Esta forma de pagamento ainda é necessária. Adicione outra primeiro.',
  'problem.too-large': 'O texto é longo demais. Encurte-o, por favor. Nada foi cobrado.',
  'problem.payment-failed': 'O pagamento não foi concluído. Nada foi cobrado.',
  'problem.payment-needs-authentication':
    'Seu banco pede que você confirme este pagamento. Nada foi cobrado. Tente novamente.',
  'problem.plan-unavailable':
    'Não é possível escolher este plano. Escolha outro. Nada foi cobrado.',
  'problem.quantity-invalid': 'Esta quantidade não é possível. Escolha outra. Nada foi cobrado.',
  'problem.promotion-code-invalid':
    'Este código não pode ser usado aqui. Confira o código. Nada foi cobrado.',
  'problem.too-many-requests':
    'Isso foi feito muitas vezes em pouco tempo. Tente novamente {when}. Nada foi cobrado.',
  'problem.busy':
    'O serviço está muito ocupado no momento. Tente novamente em instantes. Nada foi cobrado.',
  'problem.internal': 'Algo deu errado do nosso lado.',
  'problem.stripe-unavailable': 'O serviço de pagamento não está acessível no momento.',
  'problem.not-applied': 'Isto não foi feito. Nada foi cobrado. Tente novamente.',
  'problem.outcome-unknown':
    'Ainda não sabemos se isto foi feito. Você pode tentar novamente com segurança: esta operação nunca é cobrada duas vezes.',

  'payment-failure.insufficient-funds':
    'O banco informa que não há saldo suficiente neste cartão. Nada foi cobrado. Use outra forma de pagamento.',
  'payment-failure.expired-card':
    'Este cartão está vencido. Nada foi cobrado. Use outra forma de pagamento.',
  'payment-failure.incorrect-cvc':
    'O código de segurança do cartão não está correto. Nada foi cobrado. Adicione o cartão novamente.',
  'payment-failure.processing-error':
    'O banco não conseguiu processar o pagamento. Nada foi cobrado. Tente novamente em alguns instantes.',
  'payment-failure.authentication-failed':
    'O pagamento não foi confirmado com seu banco. Nada foi cobrado. Tente novamente.',
  'payment-failure.generic':
    'Seu banco recusou o pagamento. Nada foi cobrado. Use outra forma de pagamento ou consulte seu banco.',
};
