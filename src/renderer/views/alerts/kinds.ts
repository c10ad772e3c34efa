import {
  Megaphone,
  MessageSquareWarning,
  Swords,
  TrendingUp,
  TriangleAlert,
  VolumeX,
  type LucideIcon,
} from 'lucide-react';
import type { AlertKind } from '#shared/contract/alerts.ts';

/** The kinds in the order a person reads them, the urgent ones first. */
export const kinds: readonly AlertKind[] = [
  'influentialNegative',
  'crisisWords',
  'negativeSpike',
  'volumeSpike',
  'silence',
  'competitorSpike',
];

export const kindIcons: Readonly<Record<AlertKind, LucideIcon>> = {
  influentialNegative: Megaphone,
  crisisWords: TriangleAlert,
  negativeSpike: MessageSquareWarning,
  volumeSpike: TrendingUp,
  silence: VolumeX,
  competitorSpike: Swords,
};
