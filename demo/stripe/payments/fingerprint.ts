/** The same number gives the same fingerprint, whatever else is known of it. */
export function fingerprintOf(number: string): string {
  let digits = 1_442_695_040_888_963_407n;
  for (const character of number) {
    digits = BigInt.asUintN(
      96,
      digits * 6_364_136_223_846_793_005n + BigInt(character.charCodeAt(0)),
    );
  }
  return digits.toString(36).slice(-16).padStart(16, '0');
}
