/** The time in tests: a Wednesday at noon, far from the end of any month. */
export const NOW = Date.UTC(2026, 9, 14, 12) / 1000;
