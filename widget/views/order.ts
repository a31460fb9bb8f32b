import type { TemplateResult } from 'lit';
import type { PlanPrice } from '../../contract/billing.ts';
import type { CodeEntry } from '../flows/code-entry.ts';
import type { OrderKind } from '../flows/order-kind.ts';
import type { OrderState } from '../flows/order-state.ts';
import type { PlanChoice } from '../flows/plan-choice.ts';
import type { Portal } from '../flow.ts';
import { checkingView, lateView } from './checking.ts';
import { priceText } from './names.ts';
import { planPicker } from './plan-picker.ts';
import { reviewView } from './review.ts';
import { waitView } from './wait.ts';

export interface OrderView {
  state: OrderState;
  /** Null until the plans were read. */
  choice: PlanChoice | null;
  /** Null where no code is taken. */
  code: CodeEntry | null;
  review: () => void;
  confirm: () => void;
  addMethod: () => void;
  choose: () => void;
  checkAgain: (subscriptionId: string) => void;
  close: () => void;
}

/** The screen for each step of choosing, reviewing and confirming. */
export function orderView(portal: Portal, kind: OrderKind, view: OrderView): TemplateResult {
  const { state, close } = view;
  const { words } = portal;
  switch (state.kind) {
    case 'loading':
      return waitView(portal, { title: kind.chooseTitle, text: words.t('status.working'), close });
    case 'previewing':
      return waitView(portal, { title: kind.reviewTitle, text: words.t('review.loading'), close });
    case 'stuck':
      return waitView(portal, { ...state, title: kind.reviewTitle, text: '', close });
    case 'choosing':
      return planPicker(portal, {
        ...view,
        title: kind.chooseTitle,
        reviewLabel: kind.reviewLabel,
        failure: state.failure,
      });
    case 'reviewing':
    case 'sending':
      return review(portal, kind, { ...view, state });
    case 'adding':
      return state.step.render();
    case 'checking':
      return checkingView(portal);
    case 'late':
      return lateView(portal, { again: () => view.checkAgain(state.subscriptionId), close });
  }
}

type Reviewed = Extract<OrderState, { kind: 'reviewing' | 'sending' }>;

function review(
  portal: Portal,
  { canChoose, reviewTitle, startLabel, subscription }: OrderKind,
  view: OrderView & { state: Reviewed },
): TemplateResult {
  const { state, choice, choose } = view;
  const isReviewing = state.kind === 'reviewing';
  return reviewView(portal, {
    ...view,
    title: reviewTitle,
    startLabel,
    preview: state.preview,
    subscription,
    planName: choice?.price ? chosenName(portal, choice.price, choice.request().quantity) : null,
    planPrice: planPrice(portal, subscription, choice?.price ?? null),
    hasChanged: isReviewing && state.hasChanged,
    failure: isReviewing ? state.failure : null,
    isBusy: !isReviewing,
    choose: canChoose ? choose : null,
    back: choice ? choose : null,
  });
}

/** Of what is chosen, or of the plan as it was. */
function planPrice(
  portal: Portal,
  { items }: OrderKind['subscription'],
  chosen: PlanPrice | null,
): string | null {
  const [item, another] = items;
  const price = chosen ?? (another ? undefined : item);
  return price ? priceText(portal, price) : null;
}

/** "Team", or "Team × 5": how many is part of what is chosen. */
function chosenName({ words }: Portal, { planName }: PlanPrice, count = 1): string {
  return count > 1 ? words.t('review.line-quantity', { plan: planName, count }) : planName;
}
