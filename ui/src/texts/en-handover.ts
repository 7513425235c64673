/** English words of handing a year's dossiers over to the agency's archive. */
import { countEn as count } from "./numbers";
import type { handOver as vi } from "./vi-handover";

export const handOver: typeof vi = {
  button: "Hand-over list",
  title: "List of a year's dossiers to hand over",
  year: "Year of the dossiers",
  about:
    "Writes a folder: the list of dossiers to hand over (PDF, Excel) and the minutes of handing over, as Decree 30/2020/NĐ-CP, appendix V has them. Only dossiers that have ended and must be handed over are in it; what is not known stays blank to be filled in by hand.",
  write: "Write",
  folder: (year: number) => `Hand-over ${year}`,
  written: (n: number) => `The list of ${count(n)} dossiers and the minutes are written.`,
};
