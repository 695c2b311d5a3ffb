/**
 * What Isthmus keeps in a cluster – inventory, ledger, lease – read from and written as Kubernetes objects. Pure: who reads and writes them is `survey` and
 * `reconcile`.
 */
export { configMapsOfInventory, type InventoryPlace, inventoryOf, isState, pendingUid, shardName, shardsOf } from "./state/inventory.ts";
export { type Kept, otherMeshOf, stateNames } from "./state/kept.ts";
export { leaseObject, leaseOf } from "./state/lease.ts";
export { configMapOfLedger, ledgerOf } from "./state/ledger.ts";
export { lockObject, lockOf } from "./state/lock.ts";
export { stopSignOf, withStopSign } from "./state/stop-sign.ts";
export { type LastRun, lastRunOf, previousFor } from "./state/way-back.ts";
