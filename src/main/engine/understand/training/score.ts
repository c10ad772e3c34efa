/** Macro-F1 (0…1) over the classes that occur among the true labels; pairs are [true, judged]. */
export function macroF1(pairs: readonly (readonly [number, number])[]): number {
  const classes = new Set(pairs.map(([wanted]) => wanted));
  let sum = 0;
  for (const c of classes) {
    const hit = pairs.filter(([wanted, judged]) => wanted === c && judged === c).length;
    const wanted = pairs.filter(([w]) => w === c).length;
    const judged = pairs.filter(([, j]) => j === c).length;
    sum += (2 * hit) / (wanted + judged);
  }
  return classes.size === 0 ? 0 : sum / classes.size;
}
