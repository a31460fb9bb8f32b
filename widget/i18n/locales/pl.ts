/* oxlint-disable max-lines -- one language is one table */
import type { Messages } from '../messages.ts';

/**
 * Polish: speaks to the customer without "Pan" or "Pani", and without past forms that have a gender.
 * A subscription is a "subskrypcja". Names come after a noun or a colon, as they cannot be inflected.
 */
export const pl: Messages = {
  // Everywhere
  'label.portal': 'Rozliczenia',
  'action.back': 'Wróć',
  'action.try-again': 'Spróbuj ponownie',
  'action.reload': 'Wczytaj ponownie',
  'status.loading': 'Wczytujemy Twoje dane rozliczeniowe…',
  'status.working': 'Chwileczkę…',
  'badge.test-mode': 'Tryb testowy',
  'test-mode.hint': 'Nie przepływają tu prawdziwe pieniądze.',

  // How often something is charged; `intervalText` picks one
  'interval.day': 'dziennie',
  'interval.days': {
    one: 'codziennie',
    few: 'co {count} dni',
    many: 'co {count} dni',
    other: 'co {count} dnia',
  },
  'interval.week': 'tygodniowo',
  'interval.weeks': {
    one: 'co tydzień',
    few: 'co {count} tygodnie',
    many: 'co {count} tygodni',
    other: 'co {count} tygodnia',
  },
  'interval.month': 'miesięcznie',
  'interval.months': {
    one: 'co miesiąc',
    few: 'co {count} miesiące',
    many: 'co {count} miesięcy',
    other: 'co {count} miesiąca',
  },
  'interval.year': 'rocznie',
  'interval.years': {
    one: 'co rok',
    few: 'co {count} lata',
    many: 'co {count} lat',
    other: 'co {count} roku',
  },

  // The overview
  'overview.title': 'Twój plan',
  'overview.title-many': 'Twoje plany',
  'overview.ended-title': 'Twój ostatni plan',
  'overview.earlier': 'Wcześniejsze plany',
  'empty.title': 'Nie ma jeszcze subskrypcji',
  'empty.text': 'Po wykupieniu subskrypcji zobaczysz tu swój plan i następną płatność.',
  'price.each': '{price} {interval}',
  'price.each-unit': '{price} / {unit}, {interval}',
  'price.each-one': '{price} za jednostkę, {interval}',
  'price.by-use': 'Cena zależna od zużycia',
  'next-charge.label': 'Następna płatność',
  'next-charge.value': '{amount}, {date}',
  'next-charge.none': 'Nie będzie już żadnych opłat',
  'ended.label': 'Zakończono',
  'access-until.label': 'Kończy się',
  'paid-with.label': 'Metoda płatności',
  'paid-with.none': 'Brak metody płatności',
  'discount.label': 'Rabat',
  'discount.code': '{name} (kod {code})',
  'discount.percent': '{name}: {percent} rabatu',
  'discount.amount': '{name}: {amount} rabatu',
  'discount.until': '{discount}, do {date}',
  'discount.once': '{discount}, jednorazowo',
  'balance.credit':
    'Masz na koncie {amount} do wykorzystania. Zaliczymy tę kwotę na poczet kolejnych płatności.',
  'balance.owed': 'Do następnej płatności doliczymy {amount} z wcześniejszych rozliczeń.',

  'status.active': 'Aktywny',
  'status.trialing': 'Okres próbny',
  'status.past_due': 'Płatność po terminie',
  'status.unpaid': 'Nieopłacony',
  'status.incomplete': 'Oczekuje na płatność',
  'status.incomplete_expired': 'Nierozpoczęty',
  'status.canceled': 'Zakończony',
  'status.paused': 'Wstrzymany',
  'status.ending': 'Kończy się',

  // One note per subscription, the most important one
  'note.incomplete':
    'Pierwsza płatność w kwocie {amount} nie została jeszcze ukończona. Zapłać teraz, aby uruchomić plan.',
  'note.incomplete-unknown':
    'Pierwsza płatność nie została jeszcze ukończona, dlatego Twój plan się nie rozpoczął.',
  'note.charge-failed': 'Nie udało się pobrać {amount}. Zapłać teraz, aby zachować plan.',
  'note.charge-retry': 'Spróbujemy ponownie {date}.',
  'note.invoice-open': 'Faktura z {date} na kwotę {amount} czeka na zapłatę.',
  'note.overdue': 'Termin płatności minął. Sprawdź swoją metodę płatności.',
  'note.ending':
    'Twój plan kończy się {date}. Do tego czasu nic się nie zmieni i nadal możesz go zachować.',
  'note.paused': 'Twój plan jest wstrzymany. Do czasu wznowienia nie pobieramy żadnych opłat.',
  'note.paused-until':
    'Twój plan jest wstrzymany do {date}. Przed tą datą nie pobierzemy żadnych opłat.',
  'note.trial-paused':
    'Okres próbny dobiegł końca. Aby kontynuować, dodaj metodę płatności i skontaktuj się z nami.',
  'note.change': 'Od {date} będzie obowiązywać plan {plan}.',
  'note.trial': 'Okres próbny kończy się {date}.',
  'note.trial-charge': 'Okres próbny kończy się {date}. Potem pobierzemy {amount}.',
  'note.trial-no-card':
    'Okres próbny kończy się {date}. Dodaj metodę płatności, aby potem zachować plan.',

  'action.change-plan': 'Zmień plan',
  'action.change-quantity': 'Zmień ilość',
  'action.add-code': 'Dodaj kod promocyjny',
  'action.cancel': 'Anuluj subskrypcję',
  'action.keep': 'Zachowaj plan',
  'action.undo-change': 'Zostań przy obecnym planie',
  'action.resubscribe': 'Subskrybuj ponownie',
  'action.pay-now': 'Zapłać teraz',
  'action.pay-amount': 'Zapłać teraz {amount}',
  'done.kept': 'Zachowujesz swój plan. Nie pobrano żadnej opłaty.',
  'done.change-undone': 'Zostajesz przy obecnym planie.',

  // Changing the plan
  'plans.title': 'Zmiana planu',
  'plans.resubscribe-title': 'Wybierz plan',
  'plans.legend': 'Plan',
  'plans.interval-legend': 'Częstotliwość płatności',
  'plans.monthly': 'Miesięcznie',
  'plans.yearly': 'Rocznie',
  'plans.saving': 'oszczędzasz {percent}',
  'plans.current': 'Obecny plan',
  'plans.none': 'Obecnie nie ma innego planu do wyboru.',
  'plans.quantity': 'Ilość',
  'plans.quantity-unit': 'Ilość ({unit})',
  'plans.quantity-range': 'Od {minimum} do {maximum}',
  'plans.quantity-invalid': 'Wpisz liczbę całkowitą od {minimum} do {maximum}.',
  'plans.choose-one': 'Najpierw wybierz plan.',
  'action.review': 'Sprawdź zmianę',
  'action.review-order': 'Sprawdź',
  'action.other-plan': 'Wybierz inny plan',

  // Reviewing what will be charged
  'review.title': 'Podsumowanie zmiany',
  'review.resubscribe-title': 'Ponowna subskrypcja',
  'review.loading': 'Obliczamy dokładną kwotę…',
  'review.change': 'Z planu {old} na plan {new}',
  'review.lines': 'Z czego składa się kwota',
  'review.line-quantity': '{plan} × {count}',
  'review.line-other': 'Opłata',
  'review.line-proration': '{plan}: pozostały czas',
  'review.line-credit': '{plan}: niewykorzystany czas',
  'review.line-credit-other': 'Kwota na Twoją korzyść',
  'review.line-discount': 'Rabat',
  'review.line-tax': 'Podatek',
  'review.line-credit-used': 'Twoje środki na koncie',
  'review.line-owed': 'Z wcześniejszych rozliczeń',
  'review.period': '{start} – {end}',
  'review.due-now': 'Do zapłaty teraz',
  'review.then': 'Następnie',
  'review.then-value': '{amount}, {date}',
  'review.then-none': 'Brak dalszych zaplanowanych opłat',
  'review.effective': 'Obowiązuje',
  'review.effective-now': 'Od razu',
  'review.effective-on': 'Od {date}',
  'review.credit-left': 'Na Twoim koncie pozostanie {amount} na poczet kolejnych płatności.',
  'review.paid-with': 'Opłata zostanie pobrana tą metodą płatności: {method}.',
  'review.changed':
    'W międzyczasie kwota się zmieniła. Sprawdź ją jeszcze raz. Nie pobrano żadnej opłaty.',
  'review.switch-now': 'Zmień teraz',
  'review.switch-on': 'Zmień od {date}',
  'review.start-now': 'Rozpocznij teraz',
  'done.changed': 'Twój plan został zmieniony.',
  'done.scheduled': 'Twój plan zmieni się {date}.',
  'done.resubscribed': 'Witamy ponownie. Twój plan jest aktywny.',

  // Promotion codes
  'code.label': 'Kod promocyjny',
  'code.apply': 'Zastosuj',
  'code.applied': 'Kod {code} został zastosowany.',
  'code.empty': 'Najpierw wpisz kod.',
  'code.remove': 'Usuń kod',

  // Cancelling
  'cancel.title': 'Anulować plan {plan}?',
  'cancel.at-end':
    'Zachowasz swój plan do {date}. Potem plan się zakończy i nie będziemy już pobierać za niego opłat.',
  'cancel.at-once': 'Twój plan zakończy się od razu po anulowaniu.',
  'cancel.drops-change': 'Zaplanowana zmiana na plan {plan} nie nastąpi.',
  'cancel.reason-legend': 'Dlaczego anulujesz subskrypcję? (opcjonalnie)',
  'cancel.reason.too_expensive': 'Kosztuje za dużo',
  'cancel.reason.missing_features': 'Brakuje mi czegoś, czego potrzebuję',
  'cancel.reason.switched_service': 'Korzystam teraz z innej usługi',
  'cancel.reason.unused': 'Za rzadko z tego korzystam',
  'cancel.reason.customer_service': 'Obsługa klienta nie była wystarczająco dobra',
  'cancel.reason.too_complex': 'To zbyt skomplikowane',
  'cancel.reason.low_quality': 'Jakość nie była wystarczająco dobra',
  'cancel.reason.other': 'Inny powód',
  'cancel.comment': 'Chcesz nam coś przekazać? (opcjonalnie)',
  'cancel.keep': 'Zachowaj subskrypcję',
  'cancel.confirm': 'Anuluj subskrypcję',
  'cancel.done-title': 'Twoja subskrypcja została anulowana',
  'cancel.done-at-end':
    'Możesz korzystać z planu {plan} do {date}. Nie pobierzemy już za niego żadnych opłat.',
  'cancel.done-at-once':
    'Plan {plan} został zakończony. Nie pobierzemy już za niego żadnych opłat.',
  'cancel.undo': 'Cofnij i zachowaj plan',
  'cancel.finish': 'Wróć do rozliczeń',

  // Payment methods
  'methods.title': 'Metody płatności',
  'methods.none': 'Nie ma jeszcze żadnej metody płatności.',
  'methods.add': 'Dodaj metodę płatności',
  'methods.add-title': 'Nowa metoda płatności',
  'methods.add-hint': 'Będzie domyślna dla wszystkich Twoich planów.',
  'methods.needed':
    'Aby kontynuować, potrzebna jest metoda płatności. Przed potwierdzeniem nie pobierzemy żadnej opłaty.',
  'methods.form': 'Twoje dane płatności',
  'methods.loading-form': 'Wczytujemy bezpieczny formularz…',
  'methods.save': 'Zapisz metodę płatności',
  'methods.saved': 'Twoja metoda płatności została zapisana.',
  'methods.default': 'Domyślna',
  'methods.make-default': 'Ustaw jako domyślną',
  'methods.made-default': 'Domyślna metoda płatności to teraz {method}.',
  'methods.remove': 'Usuń',
  'methods.remove-confirm': 'Usunąć metodę płatności {method}?',
  'methods.remove-yes': 'Tak, usuń',
  'methods.remove-no': 'Zachowaj',
  'methods.removed': 'Usunięto metodę płatności {method}.',
  'methods.needed-by-plan':
    'Używana w Twoim planie. Aby ją usunąć, najpierw dodaj inną metodę płatności.',
  'methods.expired': 'Wygasła',
  'methods.expires': 'Ważna do {date}',
  'methods.card': 'Karta',
  'methods.update': 'Użyj innej metody płatności',
  'methods.bank-debit': 'Konto bankowe',
  'methods.unknown': 'Metoda płatności',
  'methods.for': '{action}: {method}',

  // Invoices
  'invoices.title': 'Faktury',
  'invoices.none': 'Nie ma jeszcze żadnych faktur.',
  'invoices.date': 'Data',
  'invoices.number': 'Numer',
  'invoices.description': 'Opis',
  'invoices.amount': 'Kwota',
  'invoices.status': 'Status',
  'invoices.actions': 'Dokument',
  'invoices.paid': 'Opłacona',
  'invoices.open': 'Do zapłaty',
  'invoices.void': 'Unieważniona',
  'invoices.uncollectible': 'Nie pobrano',
  'invoices.no-number': 'jeszcze bez numeru',
  'invoices.view': 'Wyświetl',
  'invoices.view-name': 'Wyświetl fakturę {number} w nowej karcie',
  'invoices.download': 'PDF',
  'invoices.download-name': 'PDF faktury {number} w nowej karcie',
  'invoices.opening': 'Otwieranie…',
  'invoices.no-document': 'Dla tej faktury nie ma jeszcze dokumentu.',
  'invoices.blocked': 'Przeglądarka zablokowała otwarcie nowej karty.',
  'invoices.open-link': 'Otwórz dokument',
  'invoices.more': 'Wczytaj więcej',
  'invoices.loaded': {
    one: 'Wczytano jeszcze {count} fakturę.',
    few: 'Wczytano jeszcze {count} faktury.',
    many: 'Wczytano jeszcze {count} faktur.',
    other: 'Wczytano jeszcze {count} faktury.',
  },
  'invoices.all-loaded': 'Wyświetlono wszystkie faktury.',
  'invoices.pay-name': 'Zapłać teraz fakturę {number}',

  // Paying an invoice
  'pay.title': 'Zapłać {amount}',
  'pay.text': 'To płatność za fakturę z {date}.',
  'pay.with': 'Metoda płatności',
  'pay.not-now': 'Nie teraz',
  'pay.done': 'Zapłacono {amount}. Dziękujemy.',
  'checking.title': 'Sprawdzamy w Twoim banku…',
  'checking.text': 'To potrwa kilka sekund. Możesz zostawić tę stronę otwartą.',
  'checking.late-title': 'Twój bank jeszcze nie odpowiedział',
  'checking.late-text': 'Nie musisz płacić ponownie. Gdy tylko bank odpowie, zobaczysz to tutaj.',
  'checking.again': 'Sprawdź ponownie',

  // When something fails
  'failure.load-title': 'Nie udało się wczytać Twoich danych rozliczeniowych',
  'failure.money-no': 'Nie pobrano żadnej opłaty.',
  'failure.money-unknown':
    'Nie wiemy jeszcze, czy się udało. Możesz bezpiecznie spróbować ponownie: ta sama opłata nigdy nie zostanie pobrana dwa razy.',
  'failure.offline': 'Wygląda na to, że nie masz połączenia z internetem.',
  'failure.unreachable': 'Nie udało się połączyć z usługą rozliczeń.',
  'failure.timeout': 'Usługa rozliczeń zbyt długo nie odpowiadała.',
  'failure.code': 'Nie udało się wczytać części tej strony. Odśwież stronę.',
  'failure.form':
    'Nie udało się wczytać formularza płatności. Sprawdź połączenie lub ustawienia blokowania treści.',
  'failure.reference': 'Numer referencyjny: {reference}',
  'ended.title': 'Twoja sesja wygasła',
  'ended.text':
    'Dla bezpieczeństwa Twoich danych rozliczeniowych odśwież tę stronę lub zaloguj się ponownie.',
  'setup.title': 'Ten portal rozliczeń nie jest jeszcze skonfigurowany',
  'setup.missing':
    'Informacja dla właściciela witryny: dodaj atrybut {attribute} do <billing-portal>.',
  'setup.missing-customer':
    'Informacja dla właściciela witryny: dodaj do <billing-portal> atrybut customer-id albo email, ale tylko jeden z nich.',

  'problem.invalid-request': 'Nie udało się zrozumieć tego żądania. Nie pobrano żadnej opłaty.',
  'problem.method-not-allowed': 'Nie udało się zrozumieć tego żądania. Nie pobrano żadnej opłaty.',
  'problem.invalid-identity':
    'Nie udało się potwierdzić, że to Twoje konto. Odśwież stronę, zaloguj się ponownie lub skontaktuj się z nami.',
  'problem.session-expired': 'Twoja sesja wygasła. Odśwież tę stronę. Nie pobrano żadnej opłaty.',
  'problem.origin-not-allowed':
    'Rozliczenia nie są dostępne w tej witrynie. Skontaktuj się z nami.',
  'problem.action-not-allowed':
    'Nie można tego tutaj zrobić. Skontaktuj się z nami. Nie pobrano żadnej opłaty.',
  'problem.not-found': 'Nie znaleziono tego elementu. Nie pobrano żadnej opłaty.',
  'problem.customer-not-found':
    'Dla tego konta nie ma jeszcze danych rozliczeniowych. Jeśli powinny tu być, skontaktuj się z nami.',
  'problem.subscription-not-found':
    'Nie znaleziono tej subskrypcji. Odśwież stronę. Nie pobrano żadnej opłaty.',
  'problem.invoice-not-found':
    'Nie znaleziono tej faktury. Odśwież stronę. Nie pobrano żadnej opłaty.',
  'problem.payment-method-not-found':
    'Nie znaleziono tej metody płatności. Odśwież stronę. Nie pobrano żadnej opłaty.',
  'problem.customer-ambiguous':
    'Nie udało się ustalić, które konto należy do Ciebie. Skontaktuj się z nami.',
  'problem.intent-changed':
    'W międzyczasie coś się zmieniło. Odśwież stronę, aby zobaczyć, co zostało wykonane.',
  'problem.intent-in-progress':
    'To jest jeszcze przetwarzane. Poczekaj chwilę i spróbuj ponownie. Opłata nie zostanie pobrana dwa razy.',
  'problem.preview-expired':
    'Wyświetlona kwota nie jest już aktualna. Sprawdź ją jeszcze raz. Nie pobrano żadnej opłaty.',
  'problem.amount-changed':
    'Kwota się zmieniła. Sprawdź ją jeszcze raz. Nie pobrano żadnej opłaty.',
  'problem.subscription-ended': 'Ta subskrypcja już się zakończyła. Nie pobrano żadnej opłaty.',
  'problem.already-subscribed': 'Masz już tę subskrypcję. Nie pobrano żadnej opłaty.',
  'problem.invoice-not-open':
    'Ta faktura nie czeka już na zapłatę, więc nie trzeba nic płacić. Nie pobrano żadnej opłaty.',
  'problem.payment-method-required': 'Najpierw dodaj metodę płatności. Nie pobrano żadnej opłaty.',
  'problem.payment-method-in-use':
    'Ta metoda płatności jest jeszcze potrzebna. Najpierw dodaj inną.',
  'problem.too-large': 'Tekst jest za długi. Skróć go. Nie pobrano żadnej opłaty.',
  'problem.payment-failed': 'Płatność się nie powiodła. Nie pobrano żadnej opłaty.',
  'problem.payment-needs-authentication':
    'Twój bank prosi o potwierdzenie tej płatności. Nie pobrano żadnej opłaty. Spróbuj ponownie.',
  'problem.plan-unavailable':
    'Nie można wybrać tego planu. Wybierz inny. Nie pobrano żadnej opłaty.',
  'problem.quantity-invalid': 'Ta ilość nie jest możliwa. Wybierz inną. Nie pobrano żadnej opłaty.',
  'problem.promotion-code-invalid':
    'Nie można tu użyć tego kodu. Sprawdź go. Nie pobrano żadnej opłaty.',
  'problem.too-many-requests':
    'Zbyt wiele prób w krótkim czasie. Spróbuj ponownie {when}. Nie pobrano żadnej opłaty.',
  'problem.busy':
    'W tej chwili jest bardzo duży ruch. Spróbuj ponownie za moment. Nie pobrano żadnej opłaty.',
  'problem.internal': 'Coś poszło nie tak po naszej stronie.',
  'problem.stripe-unavailable': 'Nie można teraz połączyć się z usługą płatności.',
  'problem.not-applied': 'To nie zostało wykonane. Nie pobrano żadnej opłaty. Spróbuj ponownie.',
  'problem.outcome-unknown':
    'Nie wiemy jeszcze, czy to zostało wykonane. Możesz bezpiecznie spróbować ponownie: ta sama opłata nigdy nie zostanie pobrana dwa razy.',

  'payment-failure.insufficient-funds':
    'Według banku na tej karcie nie ma wystarczających środków. Nie pobrano żadnej opłaty. Użyj innej metody płatności.',
  'payment-failure.expired-card':
    'Ta karta straciła ważność. Nie pobrano żadnej opłaty. Użyj innej metody płatności.',
  'payment-failure.incorrect-cvc':
    'Kod zabezpieczający karty jest nieprawidłowy. Nie pobrano żadnej opłaty. Dodaj kartę ponownie.',
  'payment-failure.processing-error':
    'Bank nie mógł przetworzyć płatności. Nie pobrano żadnej opłaty. Spróbuj ponownie za chwilę.',
  'payment-failure.authentication-failed':
    'Płatność nie została potwierdzona w Twoim banku. Nie pobrano żadnej opłaty. Spróbuj ponownie.',
  'payment-failure.generic':
    'Twój bank odrzucił płatność. Nie pobrano żadnej opłaty. Użyj innej metody płatności lub skontaktuj się z bankiem.',
};
