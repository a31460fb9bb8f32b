export interface Brand {
  name: string;
  label: string;
  cvc: number;
}
export function brandOf(number: string): Brand;
export function digitsOf(text: string): string;
export function isLuhnValid(number: string): boolean;
export function formatNumber(text: string): string;
export function formatExpiry(text: string): string;
export function parseExpiry(text: string): { month: number; year: number } | null;
export function checkNumber(text: string): string | null;
export function checkExpiry(text: string, now: Date): string | null;
export function checkCvc(text: string, number: string): string | null;
