// Preloaded with --import.
import { followParent } from './follow-parent.mjs';

followParent();
