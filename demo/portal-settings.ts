import type { Catalogue } from './seed/catalogue.ts';

/** The portal file of the demo: three plans to choose from; the add-on is not among them. */
export function portalSettings(catalogue: Catalogue): object {
  return {
    cancelEffective: 'period-end',
    downgradeEffective: 'period-end',
    products: [
      { id: catalogue.products.starter },
      { id: catalogue.products.pro },
      { id: catalogue.products.team, quantity: { minimum: 1, maximum: 50 } },
    ],
  };
}
