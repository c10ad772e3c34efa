import {
  AlarmClockOff,
  Check,
  CheckCheck,
  CircleAlert,
  CircleHelp,
  Clock,
  CloudUpload,
  Eye,
  PencilLine,
  Send,
  type LucideIcon,
} from 'lucide-react';
import type { PostStage } from '#shared/model/post.ts';

/** The sign of each stage, and its colour where it needs a person: never colour alone. */
export const stageSigns: Readonly<Record<PostStage, { icon: LucideIcon; color: string }>> = {
  draft: { icon: PencilLine, color: 'text.secondary' },
  review: { icon: Eye, color: 'text.secondary' },
  approved: { icon: Check, color: 'text.secondary' },
  scheduled: { icon: Clock, color: 'primary.main' },
  held: { icon: CloudUpload, color: 'primary.main' },
  sending: { icon: Send, color: 'primary.main' },
  sent: { icon: CheckCheck, color: 'tokens.positive' },
  failed: { icon: CircleAlert, color: 'tokens.negative' },
  uncertain: { icon: CircleHelp, color: 'tokens.warning' },
  missed: { icon: AlarmClockOff, color: 'tokens.warning' },
};
