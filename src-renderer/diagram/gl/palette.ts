/** Tone ramps of the plate book, dark to light. Skin is a duotone: slate in shadow, sand in light. */
export const RAMPS = {
  muscleAtRest: ['#2a1512', '#4d2620', '#7a3d31', '#a65a41', '#c27756', '#d99a74'],
  muscleWorking: ['#68231a', '#b4492f', '#ee7a52', '#fe9f70', '#ffc298', '#ffe6c6'],
  /** A region of skin that works: red chalk, lighter than the skin round it, and never glaring. */
  region: ['#34150f', '#7a3222', '#c05c41', '#ea855f', '#f8a47c', '#fdc3a0', '#ffe2c8'],
  tendon: ['#3a3630', '#8f8672', '#c9bfa3', '#efe6cc'],
  skin: ['#0e1c1e', '#1a2f33', '#334b4f', '#586a6a', '#89928c', '#b9b6a6', '#e6ddc8'],
  bone: ['#2c2b25', '#6b6655', '#a79f87', '#d8cfb4', '#f3ebd3'],
  cartilage: ['#18282a', '#3a4f4b', '#6d8179', '#a3b6aa', '#dbe4d6'],
  nerve: ['#33270f', '#6e5423', '#a98441', '#d9b25f', '#f6e2a8'],
  /** Lining of a hollow: cool and dark in its depth, dusty rose where light falls. */
  mucosa: ['#0d1718', '#1d2829', '#423f3d', '#755a50', '#a97d6f', '#d3a995'],
  vessel: ['#220f12', '#4c1f22', '#7f3733', '#b4594a', '#dd8f76'],
} as const;

/** `#rrggbb` as three numbers 0…1. */
export const hexToRgb = (hex: string): [number, number, number] => {
  const value = parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
};
