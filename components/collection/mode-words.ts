import type { ModeSettings } from '@/corpus/verification/modes';

/** What a mode asks of people, as a sentence. */
export function modeWords({ mode, panelSize, quorum }: ModeSettings): string {
  const words: Readonly<Record<ModeSettings['mode'], string>> = {
    single: 'The checker may sign off; it is shown as “signed by the checker”.',
    four_eyes: 'Four eyes: not who marked the words checks them, not who checked them signs.',
    blind_double:
      'Blind double: two judge without seeing each other’s finding; where they differ an editor decides.',
    panel: `Panel: ${panelSize} judge without seeing each other’s findings, ${quorum} have to agree.`,
  };
  return words[mode];
}
