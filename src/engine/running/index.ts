/** How a market is run: whole, or by threads that share its memory; and how much of that it takes. */
export {
  actualFirst,
  believesWithoutSharing,
  simulate,
  simulateWorlds,
  withoutSharing,
} from '../simulate.ts';
export { ledgerOf, type WorldPart } from '../ledger-of.ts';
export { sharedMemory, simulatePart } from '../parts.ts';
export { RoomFull, type Room } from '../memory/room.ts';
export { filesOf } from '../phases/phases.ts';
export { planMemory, type MemoryPlan } from '../world-memory.ts';
